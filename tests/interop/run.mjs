// Calls Pinpoint at an endpoint with the JavaScript SDK: a line of JSON in is one call, a line out
// its output or its error.
//
//     node run.mjs http://127.0.0.1:8080

import * as readline from "node:readline";
import * as pinpoint from "@aws-sdk/client-pinpoint";

const client = new pinpoint.PinpointClient({
  endpoint: process.argv[2],
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
  maxAttempts: 1,
});

function withDates(value) {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(withDates);
  if ("$date" in value) return new Date(value.$date);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withDates(item)]));
}

async function call({ operation, input }) {
  try {
    const command = new pinpoint[`${operation}Command`](withDates(input));
    const { $metadata, ...output } = await client.send(command);
    return { output };
  } catch (error) {
    return { error: `${error.name}: ${error.message}` };
  }
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await call(JSON.parse(line))));
}
client.destroy();
