// What Telegram's own parser makes of HTML texts. TDLib cannot be unloaded in peace, so it lives in a child process that is ended when it has written everything.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, mkdtempSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// Parses each text; an answer is { text, entities } or { error }.
export function parseAll(texts) {
  const folder = mkdtempSync(join(tmpdir(), 'tdlib-'));
  try {
    const [input, output] = [join(folder, 'in'), join(folder, 'out')];
    writeFileSync(input, texts.map((text) => JSON.stringify(text)).join('\n'));
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), input, output], { stdio: ['ignore', 'inherit', 'inherit'] });
    const answers = readFileSync(output, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
    if (answers.length !== texts.length) throw new Error(`TDLib judged ${answers.length} of ${texts.length} texts`);
    return answers;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const names = {
  TextUrl: 'text_link', MentionName: 'text_mention', PreCode: 'pre', BlockQuote: 'blockquote', ExpandableBlockQuote: 'expandable_blockquote', CustomEmoji: 'custom_emoji', DateTime: 'date_time',
};

// Under its Bot API name.
function entityOf({ offset, length, type }) {
  const library = type['@type'].replace('textEntityType', '');
  const argument = type.url ?? type.language ?? type.custom_emoji_id ?? type.user_id ?? type.unix_time ?? '';
  return { offset, length, type: names[library] ?? library.toLowerCase(), argument: String(argument) };
}

function judge(input, output) {
  const require = createRequire(import.meta.url);
  const library = require('koffi').load(require.resolve('@prebuilt-tdlib/linux-x64-glibc/libtdjson.so'));
  const execute = library.func('const char *td_execute(const char *)');
  execute(JSON.stringify({ '@type': 'setLogVerbosityLevel', new_verbosity_level: 0 }));
  const file = openSync(output, 'w');
  for (const line of readFileSync(input, 'utf8').split('\n').filter(Boolean)) {
    const answer = JSON.parse(execute(JSON.stringify({ '@type': 'parseTextEntities', text: JSON.parse(line), parse_mode: { '@type': 'textParseModeHTML' } })));
    const result = answer['@type'] === 'error' ? { error: answer.message } : { text: answer.text, entities: answer.entities.map(entityOf) };
    writeSync(file, JSON.stringify(result) + '\n');
  }
  closeSync(file);
  process.kill(process.pid, 'SIGKILL');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) judge(process.argv[2], process.argv[3]);
