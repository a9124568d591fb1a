"""Ways to pay: adapters of domain.payment.PaymentGateway, one module each."""
