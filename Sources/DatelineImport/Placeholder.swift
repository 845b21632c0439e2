import AsyncAlgorithms
enum Placeholder {}
