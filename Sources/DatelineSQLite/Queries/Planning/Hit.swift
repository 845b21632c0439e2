import DatelineModels

/// A row that a list found: its key, and where it stands in the list.
struct Hit {
    let key: Int64
    let value: Value
    let id: ResourceID

    enum Value {
        case integer(Int64)
        case text(String)

        var bound: SQLValue {
            switch self {
            case .integer(let integer): .integer(integer)
            case .text(let text): .text(text)
            }
        }
    }

    /// Whether this one comes before another in an order.
    func precedes(_ other: Hit, isDescending: Bool) -> Bool {
        switch (value, other.value) {
        case (.integer(let left), .integer(let right)) where left != right: return (left < right) != isDescending
        case (.text(let left), .text(let right)) where !left.utf8.elementsEqual(right.utf8):
            return FoldedOrder.precedes(left, right) != isDescending
        default: return (id < other.id) != isDescending && id != other.id
        }
    }

    /// Joins two lists of the same order into one of at most `limit`; what stands in both is taken once.
    static func merged(_ left: [Hit], _ right: [Hit], limit: Int, isDescending: Bool) -> [Hit] {
        if left.isEmpty { return right }
        var result: [Hit] = []
        result.reserveCapacity(min(limit, left.count + right.count))
        var (leftIndex, rightIndex) = (0, 0)
        while result.count < limit {
            if leftIndex == left.count {
                guard rightIndex < right.count else { break }
                result.append(right[rightIndex])
                rightIndex += 1
            } else if rightIndex == right.count || left[leftIndex].precedes(right[rightIndex], isDescending: isDescending) {
                result.append(left[leftIndex])
                leftIndex += 1
            } else {
                if left[leftIndex].key == right[rightIndex].key { leftIndex += 1 }
                result.append(right[rightIndex])
                rightIndex += 1
            }
        }
        return result
    }
}

/// A place between rows of a list.
struct ListPlace {
    let value: SQLValue
    let id: ResourceID

    /// No resource has this id (RFC 9562 §5.9), so it stands before all of the same value.
    static let leastID = ResourceID(high: 0, low: 0)
}
