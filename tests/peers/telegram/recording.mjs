// The calls that the tests recorded: the fake server writes a file for each of its lives into TEST_NEWSBOT_RECORDING.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export function recordedCalls() {
  const folder = process.env.TEST_NEWSBOT_RECORDING;
  if (!folder) throw new Error('TEST_NEWSBOT_RECORDING names no folder');
  return readdirSync(folder).filter((name) => name.endsWith('.jsonl')).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)));
}
