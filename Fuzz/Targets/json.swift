import DatelineModels

@testable import DatelineJSON

/// JSON of any kind: the strict reader, the writer, arrays by element, lines, merge patches.
func fuzz(_ bytes: [UInt8]) {
    checkLines(bytes)
    checkElements(bytes)
    let value: JSONValue
    do throws(JSONError) {
        value = try JSONReader.read(bytes)
    } catch {
        require((0...bytes.count).contains(error.byteOffset), "the fault is at \(error.byteOffset) of \(bytes.count)")
        let lines = bytes[..<error.byteOffset].count { $0 == 0x0A } + 1
        require(error.line == lines, "the fault is on line \(lines), not \(error.line)")
        require(error.detail.utf8.count <= 1000, "the fault is told at length")
        return
    }
    let first = written(value)
    guard let again = try? JSONReader.read(first) else { return require(false, "what was written can't be read") }
    // Names and texts are compared by bytes: two that only look the same are not.
    require(again == value && written(again) == first, "what was written reads otherwise")
    checkPatch(value)
}

private func written(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(value)
    return writer.bytes
}

/// A patch applied twice is applied once; a patch of itself changes nothing but nulls (RFC 7396 §2).
private func checkPatch(_ value: JSONValue) {
    guard case .array(let pair) = value, pair.count == 2 else { return }
    let once = MergePatch.apply(pair[0], to: pair[1])
    require(written(MergePatch.apply(pair[0], to: once)) == written(once), "a patch applied twice makes something else")
    require(MergePatch.apply(pair[0], to: pair[0]) == MergePatch.apply(pair[0], to: .null), "a patch of itself keeps nulls")
    _ = try? JSONReader.read(written(once))
}

/// An array walked element by element is the array read at once.
private func checkElements(_ bytes: [UInt8]) {
    guard var walk = try? JSONArrayElements(bytes) else { return }
    var elements: [JSONValue] = []
    var isSound = true
    do throws(JSONError) {
        while let element = try walk.next() {
            require(element.byteOffset < bytes.count, "an element begins at \(element.byteOffset)")
            switch element.value {
            case .success(let value): elements.append(value)
            case .failure: isSound = false
            }
        }
    } catch {
        require((0...bytes.count).contains(error.byteOffset), "the fault is at \(error.byteOffset) of \(bytes.count)")
        isSound = false
    }
    if case .array(let whole)? = try? JSONReader.read(bytes) {
        require(isSound && whole == elements, "walked it has \(elements.count) elements, read \(whole.count)")
    } else if isSound {
        // One element may be as deep as a document by itself, and have as many values.
        let generous = JSONLimits(depth: JSONLimits.standard.depth + 1)
        require((try? JSONReader.read(bytes, limits: generous)) != nil, "what is walked to its end can't be read")
    }
}

/// Lines are the same however the stream is cut.
private func checkLines(_ bytes: [UInt8]) {
    let whole = lines(bytes, piece: max(1, bytes.count))
    for piece in [1, 7] {
        let cut = lines(bytes, piece: piece)
        require(cut.count == whole.count, "cut by \(piece) there are \(cut.count) lines, not \(whole.count)")
        for (left, right) in zip(cut, whole) {
            require(
                left.line == right.line && left.index == right.index && left.byteOffset == right.byteOffset && left.bytes == right.bytes,
                "line \(right.line) is another when cut by \(piece)")
        }
    }
    for line in whole where line.maximumBytes == nil {
        require(bytes[line.byteOffset...].starts(with: line.bytes), "line \(line.line) isn't at \(line.byteOffset)")
        if case .failure(let error) = Result(catching: { () throws(JSONError) in try line.read() }) {
            let place = line.byteOffset...line.byteOffset + line.bytes.count
            require(place.contains(error.byteOffset) && error.line == line.line, "the fault of line \(line.line) is elsewhere: \(error)")
        }
    }
}

private func lines(_ bytes: [UInt8], piece: Int) -> [JSONLine] {
    var cutter = JSONLines(maximumLineBytes: 64)
    var result: [JSONLine] = []
    var start = 0
    while start < bytes.count {
        let end = min(start + piece, bytes.count)
        cutter.append(bytes[start..<end])
        while let line = cutter.next() { result.append(line) }
        start = end
    }
    while let line = cutter.finish() { result.append(line) }
    return result
}
