import DatelineModels
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// A connection of HTTP/1.1: the framework's own, with ``ConnectionGuard`` between its parser and the rest.
struct EdgeChannel: ServerChildChannel {
    typealias Value = AcceptedConnection

    let base: HTTP1Channel
    let limits: ServiceLimits
    let policy: WirePolicy
    let counter: ConnectionCounter

    init(responder: @escaping HTTPChannelHandler.Responder, configuration: HTTPConfiguration, counts: ConnectionCounter) {
        let limits = configuration.limits
        base = HTTP1Channel(
            responder: responder,
            configuration: .init(
                // Idle time is the guard's: the framework's would also close while a slow handler isn't reading.
                idleTimeout: nil,
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: limits.headerFieldBytes,
                    maxHeaderListSize: limits.headerListBytes,
                    maxHeaderFieldCount: limits.headerCount
                )
            )
        )
        self.limits = limits
        policy = WirePolicy(hosts: HostPolicy(allowed: configuration.allowedHosts), targetBytes: limits.targetBytes)
        counter = counts
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let (limits, policy, counter) = (limits, policy, counter)
        let client = channel.remoteAddress?.ipAddress
        let admission = counter.enter(client)
        channel.closeFuture.whenComplete { _ in counter.leave(client, admission) }
        if admission == .refused {
            Refusal.answer(channel, linger: min(limits.linger, .milliseconds(250)), isFlooded: counter.isFlooded)
            return channel.eventLoop.makeFailedFuture(Refusal())
        }
        return base.setup(channel: channel, logger: logger).map(AcceptedConnection.init).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let parser = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            let handler = ConnectionGuard(limits: limits, policy: policy, isOverCapacity: admission != .served)
            try pipeline.addHandler(handler, position: .after(parser))
            return value
        }
    }

    func handle(value: Value, logger: Logger) async {
        await base.handle(value: value.take(), logger: logger)
    }
}
