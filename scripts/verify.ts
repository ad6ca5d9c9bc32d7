import { Client } from "pg";
import { verifyChain } from "@/lib/audit/verify-chain";
import { isConnectionFailure } from "@/lib/db/connection-failure";
import { ownerConnection } from "@/lib/db/server/connections";
import { formatBytes, formatNumber } from "@/lib/format/quantities";
import { closeRuntime, runtime } from "@/lib/runtime/runtime";
import { verifyDocuments } from "@/lib/archive/verify-documents";

/** Faults that are printed; the rest is counted. */
const PRINTED = 50;

/**
 * `npm run verify`: re-hashes every stored document, compares rows with files, and walks the audit chain. Runs
 * beside the product and changes nothing. Exit code 1 and the first fault named if anything is off.
 */
async function main(): Promise<boolean> {
  const { env, deps } = await runtime();
  const connection = new Client({ ...ownerConnection(env), application_name: "landfall verify" });
  await connection.connect();
  try {
    // One snapshot: what arrives meanwhile is the next run's.
    await connection.query("begin transaction isolation level repeatable read read only");
    const { checked, bytes, faults } = await verifyDocuments({
      connection,
      store: deps.objects,
      keyring: deps.keyring,
    });
    console.log(`${formatNumber(checked)} documents read and hashed again, ${formatBytes(bytes)}.`);
    const chain = await verifyChain(connection);
    console.log(`${formatNumber(chain.links)} links of the audit chain walked.`);
    if (!chain.whole) faults.push(`audit chain, sequence ${chain.seq}: ${chain.fault}`);
    for (const fault of faults.slice(0, PRINTED)) console.error(fault);
    if (faults.length > PRINTED) console.error(`and ${formatNumber(faults.length - PRINTED)} more`);
    console.log(faults.length === 0 ? "Everything is whole." : `${formatNumber(faults.length)} faults.`);
    return faults.length === 0;
  } finally {
    await connection.end();
  }
}

try {
  if (!(await main())) process.exitCode = 1;
} catch (error) {
  if (!isConnectionFailure(error) && (error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  console.error("The database does not answer. Start Landfall first (npm start), then run this beside it.");
  process.exitCode = 1;
} finally {
  await closeRuntime();
}
