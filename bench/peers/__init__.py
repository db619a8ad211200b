"""Other generators, with the same content in equivalent sites, measured beside hubgen: `./dev bench --peers`."""
