import NIOCore
import NIOHTTP1

/// Holds one connection to its limits: time for the head, the content and the answer, what may follow an answer on the
/// same connection, and `Expect: 100-continue` (RFC 9110 §10.1.1). Sits right behind the HTTP parser.
///
/// All of it runs on the connection's event loop.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// Sent down the pipeline by who is about to read a request's content.
    struct WillReadBody: Sendable {}

    /// A request whose answer isn't finished.
    private struct Pending {
        let version: HTTPVersion
        let isHead: Bool
        var closesAfterwards: Bool
        /// The client waits for `100` before it sends the content.
        var expectsContinue: Bool
        var omitsEnd = false
    }

    let limits: ServiceLimits
    private let policy: WirePolicy
    private let isOverCapacity: Bool

    private var pending = CircularBuffer<Pending>()
    /// The content that is arriving; nil between requests.
    var body: BodyProgress?
    /// When the client was last seen to begin or end something; idle time counts from here.
    var idleSince = NIODeadline.now()
    /// Since when a read from the socket is outstanding.
    private var readingSince: NIODeadline?
    /// Bytes of contents given to the socket's buffer so far.
    private(set) var written = 0
    /// How many of them had left the buffer, and how many looks ago that was already so.
    var stalledWrite: (sent: Int, looks: Int)?
    /// The same when the answer began to wait for the client, for its rate.
    var slowWrite: (sent: Int, looks: Int)?
    /// When to give up on a client that was told, or shown, that it is over.
    var closesAt: NIODeadline?
    var isLingering = false
    /// Nothing more is taken in: the framing is spoilt, or another protocol was asked for.
    private var ignoresInput = false
    private var readsNoMore = false
    private var lingeredBytes = 0
    var timer: Scheduled<Void>?

    var isAnswering: Bool { !pending.isEmpty }
    /// The client rightly sends no content yet: it waits for our `100`.
    var isContinueOwed: Bool { pending.count == 1 && pending[pending.startIndex].expectsContinue }

    init(limits: ServiceLimits, policy: WirePolicy, isOverCapacity: Bool) {
        self.limits = limits
        self.policy = policy
        self.isOverCapacity = isOverCapacity
    }

    // MARK: In

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        chargeReading()
        if isLingering || ignoresInput {
            if case .body(let bytes) = unwrapInboundIn(data) { lingeredBytes += bytes.readableBytes }
            if lingeredBytes > limits.lingerBytes { context.close(promise: nil) }
            return
        }
        switch unwrapInboundIn(data) {
        case .head(let head): receive(head, context)
        case .body(let bytes):
            body?.received += bytes.readableBytes
            context.fireChannelRead(data)
        case .end:
            body = nil
            context.fireChannelRead(data)
        }
    }

    private func receive(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        var head = head
        var fault = policy.judge(&head)
        if isOverCapacity, fault == nil {
            fault = .overCapacity
            head.headers.add(name: WirePolicy.fieldName, value: WirePolicy.Fault.overCapacity.rawValue)
        }
        let upgrades = head.headers.contains(name: "upgrade") || head.method == .CONNECT
        pending.append(
            Pending(
                version: head.version,
                isHead: head.method == .HEAD,
                closesAfterwards: !head.isKeepAlive || head.version != .http1_1 || upgrades || isOverCapacity
                    || fault?.spoilsFraming == true,
                expectsContinue: head.version == .http1_1
                    && head.headers["expect"].contains { $0.lowercased() == "100-continue" }
            )
        )
        context.fireChannelRead(wrapInboundOut(.head(head)))
        if fault?.spoilsFraming == true {
            ignoresInput = true
            context.fireChannelRead(wrapInboundOut(.end(nil)))
        } else {
            body = BodyProgress(declared: head.headers.first(name: "content-length").flatMap { Int($0) })
        }
        // After an upgrade the parser would pile up what follows, unparsed.
        if upgrades { readsNoMore = true }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        chargeReading()
        context.fireChannelReadComplete()
        if isLingering, !readsNoMore { context.read() }
    }

    func read(context: ChannelHandlerContext) {
        if readsNoMore { return }
        if readingSince == nil { readingSince = .now() }
        context.read()
    }

    /// The time since the read was asked for is the client's.
    private func chargeReading() {
        if let since = readingSince { body?.waited += .now() - since }
        readingSince = nil
    }

    /// What the client has let us wait for its content so far.
    func waitedForBody(_ body: BodyProgress, now: NIODeadline) -> TimeAmount {
        body.waited + (readingSince.map { now - $0 } ?? .zero)
    }

    // MARK: Out

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            context.write(wrapOutboundOut(.head(prepared(head))), promise: promise)
        case .body(let bytes):
            written += bytes.readableBytes
            context.write(data, promise: promise)
        case .end:
            finish(context, data, promise)
        }
    }

    /// Says `Connection: close` wherever the connection can't be used any further.
    private func prepared(_ head: HTTPResponseHead) -> HTTPResponseHead {
        guard head.status.code >= 200 else { return head }
        var head = head
        if pending.isEmpty {
            // The framework answers what the parser refused.
            pending.append(Pending(version: .http1_1, isHead: false, closesAfterwards: true, expectsContinue: false))
        }
        if pending.count == 1, let body {
            let isShort = body.declared.map { $0 - body.received <= limits.drainBytes } ?? false
            if !isShort || pending[pending.startIndex].expectsContinue || closesAt != nil {
                pending[pending.startIndex].closesAfterwards = true
            }
        }
        if head.headers["connection"].contains(where: { $0.lowercased() == "close" }) {
            pending[pending.startIndex].closesAfterwards = true
        }
        let first = pending[pending.startIndex]
        if first.closesAfterwards { head.headers.replaceOrAdd(name: "connection", value: "close") }
        // Without chunks, which HTTP/1.0 doesn't know, the end of the connection is the end of the answer.
        if first.version.major == 1, first.version.minor == 0 { head.version = .http1_0 }
        pending[pending.startIndex].omitsEnd = first.isHead && !head.headers.contains(name: "content-length")
        return head
    }

    private func finish(_ context: ChannelHandlerContext, _ data: NIOAny, _ promise: EventLoopPromise<Void>?) {
        guard let first = pending.popFirst() else { return context.write(data, promise: promise) }
        idleSince = .now()
        let promise = promise ?? context.eventLoop.makePromise()
        if first.omitsEnd {
            // The encoder would end the chunks that a HEAD answer announces but doesn't have.
            context.flush()
            promise.succeed()
        } else {
            context.write(data, promise: promise)
        }
        if first.closesAfterwards {
            let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            promise.futureResult.whenComplete { _ in
                let (handler, context) = loopBound.value
                handler.linger(context)
            }
        }
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard event is WillReadBody else { return context.triggerUserOutboundEvent(event, promise: promise) }
        if isContinueOwed {
            pending[pending.startIndex].expectsContinue = false
            chargeReading()
            body?.waited = .zero
            readingSince = .now()
            if let body, body.received == 0 {
                context.writeAndFlush(wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
            }
        }
        promise?.succeed()
    }

    /// Ends our side and reads on for a little while: closing at once with unread bytes would reset the connection and
    /// take the answer away from the client (RFC 9112 §9.6).
    private func linger(_ context: ChannelHandlerContext) {
        guard !isLingering, context.channel.isActive else { return }
        isLingering = true
        body = nil
        closesAt = .now() + TimeAmount(limits.linger)
        context.close(mode: .output, promise: nil)
        if !readsNoMore { context.read() }
    }

    // MARK: Life

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { startTimer(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        startTimer(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        context.fireUserInboundEventTriggered(event)
        if isLingering, event as? ChannelEvent == .inputClosed { context.close(promise: nil) }
    }
}

/// How far the content of a request has come.
struct BodyProgress {
    /// nil: in chunks.
    let declared: Int?
    var received = 0
    /// Time spent waiting for the client, without the current wait.
    var waited = TimeAmount.zero

    init(declared: Int?) {
        self.declared = declared
    }
}
