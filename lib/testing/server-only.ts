// Stands in for the package "server-only" in tests: they run the server's code, outside Next's bundler.
export {};
