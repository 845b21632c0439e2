import DatelineModels

// The fields that follow other resources by themselves, without a new version.

extension Entity {
    var movingFields: [String] {
        ["\(articleCount)", firstPublished?.description ?? "", lastPublished?.description ?? "", "\(linkingPending)"]
    }
}

extension Event {
    var movingFields: [String] { ["\(articleCount)", "\(sourceCount)"] }
}

extension Tag {
    var movingFields: [String] { ["\(articleCount)", "\(entityCount)", "\(eventCount)"] }
}

extension Source {
    var movingFields: [String] { ["\(articleCount)"] }
}
