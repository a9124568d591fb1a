"""Sellers' product pages: pictures, statutory facts, delivery and list price of foods."""
