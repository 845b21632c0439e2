import Testing

@testable import DatelineHTTP

@Suite struct TokenListTests {
    private static let token = AccessToken.make(.read)
    private static let line = TokenList.line(for: token.token, note: "2026-01-01 of Ann's laptop")

    private func list(_ text: String) throws(TokenList.Fault) -> TokenList { try TokenList(Array(text.utf8)) }

    @Test func make_twice_givesDifferentTokensOf256RandomBits() {
        let (one, other) = (AccessToken.make(.write), AccessToken.make(.write))
        #expect(one.text != other.text && one.token.id != other.token.id)
        #expect(one.text.hasPrefix("dateline_\(one.token.id)_"))
        // 43 characters of 6 bits each.
        #expect(one.text.split(separator: "_", maxSplits: 2).last?.utf8.count == 43)
    }

    @Test func line_readBack_isTheSameToken_andHoldsNothingOfTheSecret() throws {
        #expect(try list(Self.line).tokens == [Self.token.token])
        #expect(!Self.line.contains(Self.token.text.split(separator: "_", maxSplits: 2)[2]))
    }

    @Test func token_matching_isTheTokenAlone() throws {
        let list = try list(Self.line)
        #expect(list.token(matching: Self.token.text) == Self.token.token)
        for text in [
            "", Self.token.text + " ", String(Self.token.text.dropLast()), Self.line, AccessToken.hexadecimal(Self.token.token.hash),
        ] {
            #expect(list.token(matching: text) == nil, "\(text)")
        }
    }

    @Test(arguments: ["\u{feff}", "# of the desk\n\n", "\n  \n", "\t"]) func text_withMarksCommentsAndSpace_isTaken(before: String) throws {
        #expect(try list(before + Self.line).tokens.count == 1)
        #expect(try list(before + Self.line.replacing("\n", with: "\r\n")).tokens.count == 1)
    }

    @Test(arguments: [
        ("", "no token"), ("# nothing\n", "no token"), (line + line, "repeats"), ("x read sha256:00\n", "line 1"),
        ("0123456g read sha256:\(String(repeating: "a", count: 64))\n", "id of eight"),
        ("01234567 admin sha256:\(String(repeating: "a", count: 64))\n", "scope"),
        ("01234567 read sha256:\(String(repeating: "a", count: 63))\n", "hash"),
        ("01234567 read \(String(repeating: "a", count: 64))\n", "hash"), ("01234567 read\n", "form"),
        (line + "dateline_secret_canary\n", "line 2"),
    ])
    func text_thatIsNone_isRefusedAsAWhole_withoutShowingIt(text: String, says: String) {
        do throws(TokenList.Fault) {
            _ = try list(text)
            Issue.record("taken")
        } catch {
            #expect(error.description.contains(says), "\(error)")
            #expect(!error.description.contains("canary"))
        }
    }

    @Test func bytes_thatAreNoText_orFarTooMany_areRefused() {
        #expect(throws: TokenList.Fault.self) { try TokenList([0xff, 0xfe]) }
        #expect(throws: TokenList.Fault.self) { try TokenList(Array(repeating: 0x23, count: TokenList.maximumBytes + 1)) }
    }

    @Test func digests_thatDifferInOneBit_dontMatch() {
        let digest = Self.token.token.hash
        for position in digest.indices {
            var other = digest
            other[position] ^= 1 << (position % 8)
            #expect(!Self.token.token.matches(other))
        }
        #expect(Self.token.token.matches(digest))
        #expect(!Self.token.token.matches(digest.dropLast()))
        #expect(!Self.token.token.matches([]))
    }
}
