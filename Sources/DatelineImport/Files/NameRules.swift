/// Which names are junk of other programs, or files still under a temporary name. They are counted and left alone.
enum NameRules {
    private static let endings: [[UInt8]] = [
        "~", ".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".swp", ".swx",
    ].map { Array($0.utf8) }

    private static let names: Set<[UInt8]> = Set(
        ["thumbs.db", "desktop.ini", "@eadir", "__macosx", "4913"].map { Array($0.utf8) }
    )

    /// - Parameter name: one name, without a path.
    static func isIgnored(_ name: some Collection<UInt8>) -> Bool {
        // Hidden names, also the temporary ones of rsync, Syncthing and NFS; "~$a", "~syncthing~a".
        guard let first = name.first, first != UInt8(ascii: "."), first != UInt8(ascii: "~") else { return true }
        let lowered = name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        if names.contains(lowered) { return true }
        return endings.contains { lowered.count >= $0.count && lowered.suffix($0.count).elementsEqual($0) }
    }
}
