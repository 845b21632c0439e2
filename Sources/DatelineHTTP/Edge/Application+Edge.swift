public import Hummingbird
public import Logging
import HummingbirdCore
import NIOCore

/// Builds the service that listens: the routes behind the edge, on connections with all limits of the configuration.
/// - Parameter onBound: called with the port once the service listens; matters where the configuration says 0.
/// - Returns: a `Service`; its `run()` returns after a graceful shutdown and throws if the address can't be bound.
public func makeApplication(
    routes: RouteTable, configuration: HTTPConfiguration, logger: Logger,
    eventLoopGroupProvider: EventLoopGroupProvider = .singleton,
    onBound: @escaping @Sendable (Int) async -> Void = { _ in }
) -> Application<EdgeResponder> {
    let limits = configuration.limits
    let connections = ConnectionCounter(
        limit: limits.connections, reserve: limits.reservedConnections, perClient: limits.connectionsPerClient)
    let responder = EdgeResponder(table: routes, configuration: configuration, connections: connections)
    return Application(
        responder: responder,
        server: HTTPServerBuilder { EdgeChannel(responder: $0, configuration: configuration, counts: connections) },
        configuration: ApplicationConfiguration(
            address: .hostname(configuration.host, port: configuration.port), serverName: nil),
        onServerRunning: { channel in await onBound(channel.localAddress?.port ?? configuration.port) },
        eventLoopGroupProvider: eventLoopGroupProvider,
        logger: logger
    )
}
