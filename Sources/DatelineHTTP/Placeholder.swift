import Hummingbird
import Crypto
enum Placeholder {}
