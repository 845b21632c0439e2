import CSQLiteShim
import Foundation

/// File systems that other machines, or a program in user space, stand behind. A write-ahead log needs memory that all who use the
/// database share, and locks that hold (SQLite, "Write-Ahead Logging", §1); these promise neither.
public enum RemoteFileSystem {
    /// By the `f_type` of statfs(2).
    private static let names: [UInt32: String] = [
        0x0000_6969: "NFS", 0x0000_517b: "SMB", 0xfe53_4d42: "SMB", 0xff53_4d42: "CIFS", 0x6573_5546: "FUSE", 0x0102_1997: "9p",
        0x5346_414f: "AFS", 0x6b41_4653: "AFS", 0x00c3_6400: "Ceph", 0x0bd0_0bd0: "Lustre", 0x786f_4256: "a shared folder of VirtualBox",
    ]

    /// The name of the file system on which a database lies, or will lie, if it is one of these.
    public static func name(at path: String) -> String? {
        var path = path
        while true {
            let type = dateline_file_system_type(path)
            if type != 0 { return name(ofType: type) }
            // What isn't there yet is made beside what is.
            guard errno == ENOENT, path != ".", path != "/" else { return nil }
            path = StoreFile.directory(of: path)
        }
    }

    static func name(ofType type: UInt32) -> String? { names[type] }
}
