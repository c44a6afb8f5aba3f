"""The only reader of assets/content: loads the compiled facts, compiles and checks sources."""
