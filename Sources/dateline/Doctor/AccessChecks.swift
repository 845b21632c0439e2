import DatelineHTTP
import Glibc

/// Where the service listens, and who may come.
struct AccessChecks {
    let host: String
    let port: Port
    let tokensFile: String?
    let allowsAnonymous: Bool

    func findings() async -> [Finding] {
        [tokens(), bind(), await address()].compactMap(\.self)
    }

    private func tokens() -> Finding? {
        guard let tokensFile else { return nil }
        do {
            let tokens = try TokensFile(path: tokensFile).read().tokens
            let writing = tokens.count { $0.scope == .write }
            guard writing > 0 else {
                return .warning(
                    "tokens", "\(tokensFile) holds no token that may write",
                    "dateline token create --scope write --tokens-file \(tokensFile)")
            }
            return .ok("tokens", "\(tokensFile) holds \(tokens.count), of which \(writing) may write")
        } catch {
            return .problem("tokens", error)
        }
    }

    private func bind() -> Finding {
        if Loopback.contains(host) {
            return tokensFile == nil
                ? .note("access", "every user and program of this machine may read and write; nobody else can reach \(host)")
                : .ok("access", "\(host), with tokens")
        }
        if tokensFile != nil {
            return .note("access", "\(host), with tokens", "put a proxy with TLS before it: tokens travel as they are")
        }
        return allowsAnonymous
            ? .warning(
                "access", "anybody who reaches \(host) may read and write everything", "use --tokens-file; dateline token create makes one")
            : .problem(
                "access", "\(host) can be reached from elsewhere and there are no tokens: serve refuses that",
                "dateline token create --scope write --tokens-file FILE, and serve --tokens-file FILE; or listen on 127.0.0.1")
    }

    private func address() async -> Finding? {
        guard port.number != 0 else { return nil }
        let code = Self.bindingError(host, port.number)
        let shown = "\(host):\(port.number)"
        switch code {
        case 0: return .ok("address", "\(shown) is free")
        case EADDRINUSE:
            return await Health.isAlive(host: host, port: port.number)
                ? .note("address", "a service answers at \(shown) already")
                : .problem(
                    "address", "\(shown) is in use by a program that doesn't answer as Dateline does", "stop it, or choose another --port")
        case EACCES, EPERM: return .problem("address", "\(shown) may not be used by this user", "choose a --port above 1023")
        case EADDRNOTAVAIL, ENODEV: return .problem("address", "\(shown) is no address of this machine", "choose another --host")
        case EAFNOSUPPORT:
            return .problem(
                "address", "\(shown) is of a kind that this machine doesn't speak, as where IPv6 is off", "choose another --host")
        case nil: return .problem("address", "\(host) is a name that leads to no address", "give an address as --host")
        case let code?: return .problem("address", "\(shown): \(String(cString: strerror(code)))", nil)
        }
    }

    /// - Returns: 0 where the address could be bound; nil where the name leads nowhere.
    private static func bindingError(_ host: String, _ port: Int) -> Int32? {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "\(port)", &hints, &found) == 0, let first = found else { return nil }
        defer { freeaddrinfo(found) }
        let descriptor = socket(first.pointee.ai_family, first.pointee.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        var on: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        return Glibc.bind(descriptor, first.pointee.ai_addr, first.pointee.ai_addrlen) == 0 ? 0 : errno
    }
}
