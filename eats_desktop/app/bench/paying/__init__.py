"""The proof that a payment is made once or not at all: random runs against a loopback provider."""
