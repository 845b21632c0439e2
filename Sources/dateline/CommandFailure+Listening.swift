import Glibc
import NIOCore

extension CommandFailure {
    /// - Parameter error: what ended the services.
    init(listeningOn address: String, _ error: any Error) {
        if let error = error as? StoreGuard.StoreFailed {
            guard !error.isDamage else {
                self.init(
                    .dataError, "\(error.cause); run dateline check, which tells whether it can be repaired, or restore it from a backup.")
                return
            }
            self.init(.ioError, "no further write can be vouched for: \(error.cause); start again, and look at the disk first.")
            return
        }
        if error is SocketAddressError.UnknownHost || error is SocketAddressError {
            self.init(
                .unavailable, "\(address): that name leads to no address; give an address of this machine as --host, such as 127.0.0.1.")
            return
        }
        guard let error = error as? IOError else {
            self.init(.software, "the service ended: \(error)")
            return
        }
        switch error.errnoCode {
        case EADDRINUSE: self.init(.unavailable, "\(address) is in use by another program; stop it or choose another --port.")
        case EADDRNOTAVAIL, ENODEV: self.init(.unavailable, "\(address) is no address of this machine.")
        case EAFNOSUPPORT:
            self.init(
                .unavailable,
                "\(address) is of a kind that this machine doesn't speak, as where IPv6 is switched off; choose another --host, as 127.0.0.1."
            )
        case EACCES, EPERM: self.init(.noPermission, "\(address) may not be used by this user; ports below 1024 need more rights.")
        default: self.init(.ioError, "\(address): \(error)")
        }
    }
}
