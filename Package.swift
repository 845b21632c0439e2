// swift-tools-version: 6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

// Who may import what is stated here and enforced by
// `swift build --explicit-target-dependency-import-check error` (see ARCHITECTURE.md).
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let deque: Target.Dependency = .product(name: "DequeModule", package: "swift-collections")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes: Target.Dependency = .product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let serviceLifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
    name: "dateline",
    products: [
        .executable(name: "dateline", targets: ["dateline"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.30.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "DatelineModels", swiftSettings: swiftSettings),
        .target(name: "DatelineJSON", dependencies: ["DatelineModels"], swiftSettings: swiftSettings),
        .target(
            name: "DatelineReading",
            dependencies: ["DatelineModels", "DatelineJSON"],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "DatelineLinking",
            dependencies: ["DatelineModels"],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "SQLiteMigrations",
            path: "Migrations/sqlite",
            resources: [
                .embedInCode("0001_create_schema.sql"), .embedInCode("0002_import_ledger.sql"), .embedInCode("0003_readings.sql"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(name: "CSQLiteShim", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "CHeap"),
        .target(name: "CFiles"),
        .target(name: "CDeflate", linkerSettings: [.linkedLibrary("z")]),
        .target(
            name: "DatelineSQLite",
            dependencies: [
                "DatelineModels", "DatelineLinking", "SQLiteMigrations", "CSQLiteShim", "CDeflate", crypto, metrics,
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "DatelineImport",
            dependencies: [
                "DatelineModels", "DatelineJSON", "DatelineReading", "CFiles", crypto, deque, logging, serviceLifecycle,
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "DatelineHTTP",
            dependencies: [
                "DatelineModels", "DatelineJSON", crypto, hummingbird, hummingbirdCore, httpTypes,
                logging, metrics, nioCore, nioHTTP1, nioHTTPTypes, serviceLifecycle,
            ],
            swiftSettings: swiftSettings
        ),
        .target(name: "DatelineMetrics", dependencies: [metrics], swiftSettings: swiftSettings),
        .executableTarget(
            name: "dateline",
            dependencies: [
                "DatelineModels", "DatelineJSON", "DatelineReading", "DatelineSQLite", "DatelineImport", "DatelineHTTP", "DatelineMetrics",
                "CHeap", hummingbird, logging, metrics, nioPosix, serviceLifecycle, unixSignals,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings
        ),

        .target(
            name: "DatelineTestSupport",
            dependencies: ["DatelineModels"],
            path: "Tests/DatelineTestSupport",
            swiftSettings: swiftSettings
        ),
        .testTarget(name: "DatelineModelsTests", dependencies: ["DatelineModels", "DatelineTestSupport"], swiftSettings: swiftSettings),
        .testTarget(
            name: "DatelineJSONTests", dependencies: ["DatelineJSON", "DatelineModels", "DatelineTestSupport"], swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "DatelineReadingTests",
            dependencies: ["DatelineReading", "DatelineJSON", "DatelineModels", "DatelineTestSupport"],
            swiftSettings: swiftSettings
        ),
        .testTarget(name: "DatelineLinkingTests", dependencies: ["DatelineLinking", "DatelineModels"], swiftSettings: swiftSettings),
        .testTarget(
            name: "DatelineSQLiteTests",
            dependencies: [
                "DatelineSQLite", "DatelineModels", "DatelineLinking", "SQLiteMigrations", "DatelineTestSupport", crypto,
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Fixtures"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "DatelineImportTests",
            dependencies: [
                "DatelineImport", "DatelineReading", "DatelineJSON", "DatelineModels", "DatelineSQLite", "DatelineTestSupport", logging,
                serviceLifecycle,
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(name: "DatelineMetricsTests", dependencies: ["DatelineMetrics", metrics], swiftSettings: swiftSettings),
        .testTarget(
            name: "DatelineHTTPTests",
            dependencies: [
                "DatelineHTTP", "DatelineJSON", "DatelineMetrics", "DatelineModels", "DatelineSQLite", "DatelineTestSupport", hummingbird,
                httpTypes, logging, nioCore, nioEmbedded, yams,
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "DatelineTests",
            dependencies: [
                "dateline", "DatelineModels", "DatelineJSON", "DatelineTestSupport", logging, nioCore, nioHTTP1,
                .product(name: "NIOFoundationCompat", package: "swift-nio"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
            ],
            swiftSettings: swiftSettings
        ),
    ],
    swiftLanguageModes: [.v6]
)
