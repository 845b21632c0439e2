/// A priority queue: the least element first.
struct BinaryHeap<Element: Comparable> {
    private var elements: [Element] = []

    var count: Int { elements.count }
    var isEmpty: Bool { elements.isEmpty }
    var first: Element? { elements.first }

    mutating func insert(_ element: Element) {
        elements.append(element)
        var child = elements.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard elements[child] < elements[parent] else { break }
            elements.swapAt(child, parent)
            child = parent
        }
    }

    mutating func popFirst() -> Element? {
        guard let last = elements.popLast() else { return nil }
        guard let result = elements.first else { return last }
        elements[0] = last
        var parent = 0
        while true {
            let left = parent * 2 + 1
            guard left < elements.count else { break }
            let right = left + 1
            let least = right < elements.count && elements[right] < elements[left] ? right : left
            guard elements[least] < elements[parent] else { break }
            elements.swapAt(least, parent)
            parent = least
        }
        return result
    }
}

extension BinaryHeap: Sendable where Element: Sendable {}
