import Foundation
import Testing

@testable import DatelineSQLite

@Suite struct RemoteFileSystemTests {
    /// The numbers of linux/magic.h.
    @Test(
        arguments: [
            (0x6969, "NFS"), (0x517b, "SMB"), (0xfe53_4d42, "SMB"), (0xff53_4d42, "CIFS"), (0x6573_5546, "FUSE"), (0x0102_1997, "9p"),
            (0xef53, nil), (0x0102_1994, nil), (0x794c_7630, nil), (0x9123_683e, nil), (0x5846_5342, nil),
        ] as [(UInt32, String?)])
    func name_ofType(type: UInt32, expected: String?) {
        #expect(RemoteFileSystem.name(ofType: type) == expected)
    }

    /// What isn't there yet takes after the folder it will lie in.
    @Test func name_fileNotThereYet_isThatOfTheFolder() {
        let folder = NSTemporaryDirectory()
        #expect(RemoteFileSystem.name(at: folder + "no/such/file.sqlite") == RemoteFileSystem.name(at: folder))
        #expect(RemoteFileSystem.name(at: "/proc/self/none") == nil)
    }
}
