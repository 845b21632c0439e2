// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that what only measures stays out of the product.
let package = Package(
    name: "dateline-benchmarks",
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: [])
    ],
    targets: [
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .executableTarget(name: "BareRoute", dependencies: [.product(name: "Hummingbird", package: "hummingbird")]),
        .executableTarget(name: "StraightSQLite", dependencies: ["CSQLite"]),
        .executableTarget(name: "StraightRows", dependencies: ["CSQLite"]),
    ],
    swiftLanguageModes: [.v6]
)
