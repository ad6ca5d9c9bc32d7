// Stands in for the web process in tests of the supervisor: it answers, and ends like Next does.
import { createServer } from "node:http";

const [port, host] = process.argv.slice(2);
const server = createServer((request, response) => {
  if (request.url === "/crash") process.exit(7);
  response.end("ok");
});
server.listen(Number(port), host);
const end = () => server.close(() => process.exit(143));
process.on("SIGTERM", end);
