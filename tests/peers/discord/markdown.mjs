// Reads what our renderer makes of wild texts with discord-markdown-parser: node markdown.mjs TEXTS KEPT
// No text of a stranger may ping, link, mask a link or take a form; our own links lead where they should. KEPT holds what was seen of the first texts, for tests that have no Node;
// TEST_NEWSBOT_REWRITE=1 writes it anew. Fails when a text is wrong, when the kept file is not what is seen today, or when there are too few texts.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'discord-markdown-parser';

const [textsFile, keptFile] = process.argv.slice(2);
const kept = 400;
const least = Number(process.env.TEST_NEWSBOT_TEXTS ?? 100_000);
const plain = new Set(['text', 'br', 'newline', 'twemoji', 'emoticon']);
const ours = new Set([...plain, 'strong', 'subtext', 'link', 'timestamp']);

const bare = (text) => text.replaceAll('\u2060', '');
const nodesOf = (nodes) => (Array.isArray(nodes) ? nodes : [nodes]).flatMap((node) => [node, ...(Array.isArray(node.content) ? nodesOf(node.content) : [])]);
const wordsOf = (nodes) => (Array.isArray(nodes) ? nodes : [nodes]).map((node) =>
  Array.isArray(node.content) ? wordsOf(node.content) : node.type === 'br' || node.type === 'newline' ? '\n' : node.type === 'twemoji' ? node.name : String(node.content ?? '')).join('');
const oneLine = (text) => bare(text).replaceAll('[', '(').replaceAll(']', ')').replaceAll('\n', ' ');

const judges = {
  text({ markdown, shown }) {
    const read = parse(markdown, 'extended');
    const forms = nodesOf(read).filter((node) => !plain.has(node.type)).map((node) => node.type);
    return forms.length > 0 ? `takes the form ${forms}` : bare(wordsOf(read)) === bare(shown) ? null : `shows ${JSON.stringify(wordsOf(read))}`;
  },
  link({ markdown, shown, target }) {
    const nodes = nodesOf(parse(markdown, 'extended'));
    const links = nodes.filter((node) => node.type === 'link');
    const other = nodes.filter((node) => node.type !== 'link' && !plain.has(node.type)).map((node) => node.type);
    const expected = target ? 1 : 0;
    const meant = /^[\s\p{Cf}]*$/u.test(shown) ? '…' : shown;
    if (other.length > 0) return `takes the form ${other}`;
    if (links.length !== expected) return `${links.length} links`;
    return expected === 0 || (links[0].target === target && oneLine(wordsOf(links[0].content)) === oneLine(meant)) ? null : `leads to ${links[0].target} as ${JSON.stringify(wordsOf(links[0].content))}`;
  },
  message({ markdown, links }) {
    const nodes = nodesOf(parse(markdown, 'extended'));
    const other = nodes.filter((node) => !ours.has(node.type)).map((node) => node.type);
    const wild = nodes.filter((node) => node.type === 'link' && !links.includes(node.target)).map((node) => node.target);
    return other.length > 0 ? `takes the form ${other}` : wild.length > 0 ? `leads to ${wild}` : null;
  },
};

const texts = readFileSync(textsFile, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const wrong = texts.map((text) => ({ ...text, problem: judges[text.kind](text) })).filter(({ problem }) => problem);
wrong.slice(0, 5).forEach((text) => console.log(`WRONG ${JSON.stringify(text)}`));

const seen = [...new Set(texts.slice(0, kept).map(({ markdown }) => markdown))].map((markdown) => JSON.stringify({ markdown, saw: bare(wordsOf(parse(markdown, 'extended'))) })).join('\n') + '\n';
if (process.env.TEST_NEWSBOT_REWRITE) writeFileSync(keptFile, seen);
const isKept = readFileSync(keptFile, 'utf8') === seen;
if (!isKept) console.log('the kept file is not what is seen today: TEST_NEWSBOT_REWRITE=1 tests/peers/discord/run');
console.log(`${texts.length - wrong.length} texts passed, ${wrong.length} failed`);
process.exit(wrong.length === 0 && isKept && texts.length >= least ? 0 : 1);
