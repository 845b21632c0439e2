import CFiles
import Glibc

/// What becomes of a file that someone may have open for writing.
enum WriterRule: Sendable {
    /// It is read all the same.
    case ignored
    /// It is left alone while that is known.
    case minded
    /// It is left alone unless the opposite is known.
    case suspected

    func refuses(_ descriptor: Int32) -> Bool {
        switch self {
        case .ignored: false
        case .minded: WriterCheck.isOpenForWriting(descriptor) == true
        case .suspected: WriterCheck.isOpenForWriting(descriptor) != false
        }
    }
}

/// Asks the kernel whether anyone has a file open for writing.
enum WriterCheck {
    private static let setSignal: Int32 = 10  // F_SETSIG
    private static let setLease: Int32 = 1024  // F_SETLEASE

    /// A read lease is given only while no one has the file open for writing (fcntl(2), "Leases"); it is handed back at once.
    ///
    /// - Returns: nil where it can't be told: another user's file without the capability for that, or a file system that knows no leases or
    ///   has them from a server.
    static func isOpenForWriting(_ descriptor: Int32) -> Bool? {
        // Should a writer come in that moment, the signal is one that is ignored by default.
        guard fcntl(descriptor, setSignal, SIGURG) == 0 else { return nil }
        if fcntl(descriptor, setLease, Int32(F_RDLCK)) == 0 {
            _ = fcntl(descriptor, setLease, Int32(F_UNLCK))
            return false
        }
        return errno == EAGAIN && !isRemote(descriptor) ? true : nil
    }

    /// Of NFS, SMB and CIFS (`linux/magic.h`): where the server has lent them nothing they give no lease, whoever writes.
    private static let remoteTypes: Set<UInt32> = [0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42]

    private static func isRemote(_ descriptor: Int32) -> Bool { remoteTypes.contains(dateline_file_system_type_of(descriptor)) }
}
