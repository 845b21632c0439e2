/// What kind of character a scalar is. Nearly all that is asked about is ASCII, which the tables of Unicode need not be opened for.
extension Unicode.Scalar {
    var isLowercase: Bool { isASCII ? ByteText.isLower(UInt8(value)) : properties.isLowercase }

    var isUppercase: Bool { isASCII ? ByteText.isUpper(UInt8(value)) : properties.isUppercase }

    var isAlphabetic: Bool { isASCII ? ByteText.isASCIILetter(UInt8(value)) : properties.isAlphabetic }

    var isWhitespace: Bool { isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace }
}
