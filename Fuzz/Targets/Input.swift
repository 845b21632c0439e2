/// Called by libFuzzer with each input. Each target says in `fuzz(_:)` what is done with it and what must hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    fuzz(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

/// What must hold whatever the input; ends the program where it doesn't, so that the input is kept.
func require(_ holds: Bool, _ what: @autoclosure () -> String, line: UInt = #line) {
    guard !holds else { return }
    fatalError("line \(line): \(what())")
}

/// By bytes: `==` of strings takes canonically equivalent texts for the same.
func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
}

func isSame(_ left: String?, _ right: String?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): isSame(left, right)
    default: false
    }
}
