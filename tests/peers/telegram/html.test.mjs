// Telegram's own HTML parser (TDLib) judges our parser, the answers of its that are kept, the texts that the renderer makes of wild feeds, and every HTML text that the tests sent.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { names, parseAll } from './tdlib.mjs';
import { recordedCalls } from './recording.mjs';

const data = process.env.TEST_NEWSBOT_DATA;
const count = Number(process.env.TEST_NEWSBOT_TEXTS ?? 20000);
const readLines = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const writeLines = (file, values) => writeFileSync(file, values.map((value) => JSON.stringify(value) + '\n').join(''));
const answersTo = (texts) => parseAll(texts).map((answer, index) => ({ html: texts[index], ...answer }));

function parsed(seed, number) {
  const run = spawnSync(process.env.TEST_NEWSBOT_PEER, ['parse', seed, String(number)], { encoding: 'utf8', maxBuffer: 1 << 30 });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

test('the fake parses random HTML as Telegram does', () => {
  const ours = parsed(process.env.TEST_NEWSBOT_SEED ?? '1', count);
  assert.equal(ours.length, count);
  const theirs = parseAll(ours.map(({ html }) => html));
  const wrong = ours.map(({ html, parse }, index) => ({ html, ours: parse, theirs: theirs[index] })).filter((one) => JSON.stringify(one.ours) !== JSON.stringify(one.theirs));
  assert.deepEqual(wrong.slice(0, 5), [], `${wrong.length} of ${count} differ`);
  assert.ok(theirs.filter((one) => one.text).length > count / 20, 'too few texts are right to prove anything');
});

// TEST_NEWSBOT_REWRITE=1 asks Telegram anew and keeps what it says.
test('the answers that are kept for the parser are those of Telegram', () => {
  const file = join(data, 'html-vectors.jsonl');
  if (process.env.TEST_NEWSBOT_REWRITE) writeLines(file, answersTo([...new Set(parsed('7', 400).map(({ html }) => html))]));
  const kept = readLines(file);
  assert.ok(kept.length >= 300, `only ${kept.length} are kept`);
  assert.deepEqual(answersTo(kept.map(({ html }) => html)), kept);
});

test('the answers that are kept for the renderer are those of Telegram to what it makes today', () => {
  const file = join(data, 'telegram-html.jsonl');
  const today = [...new Set(rendered('').map(({ html }) => html))];
  if (process.env.TEST_NEWSBOT_REWRITE) writeLines(file, answersTo(today).map(inLibraryTerms));
  const kept = readLines(file);
  const keptTexts = new Set(kept.map(({ html }) => html));
  assert.deepEqual(today.filter((html) => !keptTexts.has(html)).slice(0, 3), []);
  assert.deepEqual(answersTo(kept.map(({ html }) => html)).map(inLibraryTerms), kept);
});

test('what wild feeds become is taken, shows what was meant and keeps its links', () => {
  const texts = rendered(String(count * 5));
  assert.ok(texts.length >= count * 5, `only ${texts.length} texts`);
  const theirs = parseAll(texts.map(({ html }) => html));
  const wrong = texts.map((meant, index) => ({ meant, theirs: theirs[index] })).filter(({ meant, theirs: answer }) =>
    answer.error || answer.text !== meant.text || answer.entities.filter(({ type }) => type === 'text_link').length !== meant.links || answer.entities.length > 100 || answer.text.trim() === '');
  assert.deepEqual(wrong.slice(0, 3), [], `${wrong.length} of ${texts.length} are wrong`);
  console.log(`${texts.length} texts of the renderer`);
});

test('every HTML text that was sent is taken by Telegram', () => {
  const texts = [...new Set(recordedCalls().filter(({ accepted }) => accepted).flatMap(({ params }) => htmlOf(params)))];
  assert.ok(texts.length >= 10, `only ${texts.length} texts were recorded`);
  const refused = answersTo(texts).filter((answer) => answer.error);
  assert.deepEqual(refused.slice(0, 5), [], `${refused.length} of ${texts.length} are refused`);
  console.log(`${texts.length} texts that were sent`);
});

// What the renderer makes of the samples and of that many wild articles.
function rendered(number) {
  const file = join(process.cwd(), 'texts.jsonl');
  const run = spawnSync(process.env.TEST_NEWSBOT_TESTS, ['-method', '*The_texts_are_written_for_the_parser*'], {
    encoding: 'utf8', env: { ...process.env, TEST_NEWSBOT_WRITE_TEXTS: file, ...(number ? { TEST_NEWSBOT_TEXTS: number } : {}) },
  });
  assert.equal(run.status, 0, run.stdout);
  return readLines(file);
}

// The file of the renderer names entities as the library does.
function inLibraryTerms({ html, text, entities, error }) {
  if (error) return { html, error };
  return { html, text, entities: entities.map(({ offset, length, type, argument }) => ({ offset, length, type: libraryName(type, argument), ...(type === 'text_link' ? { url: argument } : {}) })) };
}

const libraryName = (type, argument) => (type === 'pre' ? (argument ? 'PreCode' : 'Pre') : Object.keys(names).find((name) => names[name] === type) ?? type[0].toUpperCase() + type.slice(1));

// Texts and captions beside a parse mode, however deep.
function htmlOf(node) {
  if (Array.isArray(node)) return node.flatMap(htmlOf);
  if (typeof node === 'string' && /^[[{]/.test(node)) {
    try { return htmlOf(JSON.parse(node)); } catch { return []; }
  }
  if (node === null || typeof node !== 'object') return [];
  const own = String(node.parse_mode ?? '').toLowerCase() === 'html' ? [node.text, node.caption, node.message_text].filter((text) => typeof text === 'string') : [];
  return [...own, ...Object.entries(node).filter(([name]) => !['text', 'caption', 'message_text'].includes(name)).flatMap(([, value]) => htmlOf(value))];
}
