import DatelineModels
import Foundation

extension ImportPath {
    /// Where what is said of this file from outside lies.
    var sideFile: ImportPath { ImportPath(bytes: bytes + FileType.sideFileEnding) }

    /// The same path with its letters composed otherwise, as other systems would write it (NFC and NFD, Unicode Standard Annex 15);
    /// empty where there is no such way.
    var recompositions: [ImportPath] {
        guard bytes.contains(where: { $0 >= 0x80 }), let text = String(validating: bytes, as: UTF8.self) else { return [] }
        return [text.precomposedStringWithCanonicalMapping, text.decomposedStringWithCanonicalMapping]
            .map { ImportPath(bytes: Array($0.utf8)) }
            .filter { $0 != self }
    }
}
