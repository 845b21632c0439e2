import NIOCore
import NIOHTTP1

extension ConnectionGuard {
    /// Looks at all clocks now and then; cheaper and simpler than one timer for each.
    func startTimer(_ context: ChannelHandlerContext) {
        guard timer == nil else { return }
        idleSince = .now()
        schedule(context)
    }

    private func schedule(_ context: ChannelHandlerContext) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.tick)) { [self] in
            look(context, now: .now())
            if context.channel.isActive { schedule(context) }
        }
    }

    private func look(_ context: ChannelHandlerContext, now: NIODeadline) {
        if let closesAt, now >= closesAt {
            context.close(promise: nil)
        } else if isReadTooSlowly(context) {
            context.close(promise: nil)
        } else if isLingering || closesAt != nil || isContinueOwed {
            return
        } else if let body {
            if isTooSlow(body, now: now) { giveUp(context, now: now) }
        } else if !isAnswering, now - idleSince >= TimeAmount(limits.idle) {
            context.close(promise: nil)
        }
    }

    private func isTooSlow(_ body: BodyProgress, now: NIODeadline) -> Bool {
        let waited = waitedForBody(body, now: now)
        let units = max(body.declared ?? 0, body.received) / limits.bodyTimeUnit + 1
        if waited >= TimeAmount(limits.bodyTime * units) { return true }
        guard waited > TimeAmount(limits.bodyGrace) else { return false }
        return Double(body.received) < Double(limits.bodyRate) * Double(waited.nanoseconds) / 1e9
    }

    /// Tells who reads the content, so that 408 is answered the usual way; closes anyway if that doesn't come about.
    private func giveUp(_ context: ChannelHandlerContext, now: NIODeadline) {
        guard isAnswering else { return context.close(promise: nil) }
        closesAt = now + TimeAmount(limits.linger)
        context.fireErrorCaught(EdgeError.bodyTooSlow)
    }

    /// Whether the client takes nothing, or next to nothing, of what waits to be sent. Looks are counted instead of time, so that a
    /// moment in which this machine was too busy to send isn't held against the client.
    private func isReadTooSlowly(_ context: ChannelHandlerContext) -> Bool {
        let waiting = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        guard waiting > 0 else {
            stalledWrite = nil
            slowWrite = nil
            return false
        }
        // What waits may be as much as before because as much was added as went out.
        let sent = written - waiting
        return isStalled(sent) || isSlow(sent)
    }

    private func isSlow(_ sent: Int) -> Bool {
        guard let began = slowWrite else {
            slowWrite = (sent, 0)
            return false
        }
        slowWrite = (began.sent, began.looks + 1)
        let time = limits.tick * (began.looks + 1)
        guard time >= limits.writeWindow else { return false }
        slowWrite = (sent, 0)
        return Double(sent - began.sent) < Double(limits.writeRate) * (time / .seconds(1))
    }

    private func isStalled(_ sent: Int) -> Bool {
        if let stalledWrite, stalledWrite.sent == sent {
            self.stalledWrite = (sent, stalledWrite.looks + 1)
            return limits.tick * (stalledWrite.looks + 1) >= limits.writeStall
        }
        stalledWrite = (sent, 0)
        return false
    }
}
