// Starts the fake Bot API server of NewsBot.Testing and plays the people around it.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export async function openStage() {
  const program = process.env.TEST_NEWSBOT_PEER;
  if (!program) throw new Error('TEST_NEWSBOT_PEER names no program');
  const child = spawn(program, ['serve'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('the fake server ended');
    return JSON.parse(value);
  };
  const { url, token } = await next();
  let last = Promise.resolve();
  return {
    url,
    token,
    // Orders are answered in order, so the next one waits for the one before.
    do(order) {
      last = last.then(async () => {
        child.stdin.write(JSON.stringify(order) + '\n');
        const answer = await next();
        if (answer.error) throw new Error(`${JSON.stringify(order)}: ${answer.error}`);
        return answer;
      });
      return last;
    },
    close() {
      child.stdin.end();
    },
  };
}
