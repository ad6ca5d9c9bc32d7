import { encodeMessage } from "@/lib/encoding/message";

/** Planted: tells what it finds around itself. */
const { env, argv } = process;
const around = { environment: Object.entries(env), arguments: argv.slice(2), canSend: process.connected };
for (const piece of encodeMessage(around, [])) process.stdout.write(piece);
