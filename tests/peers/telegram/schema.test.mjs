// The schema made from @gramio/types (generated from Telegram's documentation) judges the requests that were taken, and every answer and update of the fake.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import { recordedCalls } from './recording.mjs';

const types = new URL('node_modules/@gramio/types', import.meta.url).pathname;
const generate = (file) => createGenerator({
  path: join(types, 'out', file), tsconfig: new URL('tsconfig.json', import.meta.url).pathname, skipTypeCheck: true, functions: 'hide', topRef: true, expose: 'export',
}).createSchema('*');
const [params, objects] = [generate('params.d.ts'), generate('objects.d.ts')].map(withPlainRichText);
const ajv = new Ajv({ strict: false, allErrors: true, allowUnionTypes: true });
ajv.addSchema({ $id: 'params', ...params }).addSchema({ $id: 'objects', ...objects });
const methods = readMethods();

// "RichText ... can be either a String for plain text, an Array of RichText, or" one of the kinds (core.telegram.org/bots/api#richtext): the generated union has the kinds alone.
function withPlainRichText(schema) {
  const kinds = schema.definitions.TelegramRichText;
  if (!kinds) return schema;
  const self = { $ref: '#/definitions/TelegramRichText' };
  return { ...schema, definitions: { ...schema.definitions, TelegramRichText: { anyOf: [...kinds.anyOf, { type: 'string' }, { type: 'array', items: self }] } } };
}

function readMethods() {
  const text = readFileSync(join(types, 'out', 'methods.d.ts'), 'utf8');
  const found = {};
  for (const [, name, call, generics] of text.matchAll(/^ {4}(\w+): (CallAPI\w*)<([\s\S]*?)>\n/gm)) {
    const parts = generics.split(',').map((part) => part.trim());
    found[name.toLowerCase()] = call.includes('WithoutParams') ? { result: parts[0] } : { params: parts[0].replace('Params.', ''), result: parts.slice(1).join(',').trim() };
  }
  return found;
}

const cache = new Map();
function check(id, type, value) {
  const key = `${id} ${type}`;
  if (!cache.has(key)) cache.set(key, ajv.compile(schemaOf(id, type)));
  const validate = cache.get(key);
  return validate(value) ? null : ajv.errorsText(validate.errors.slice(0, 4));
}

function schemaOf(id, type) {
  if (type.endsWith('[]')) return { type: 'array', items: schemaOf(id, type.slice(0, -2)) };
  if (type.includes('|')) return { anyOf: type.split('|').map((part) => schemaOf(id, part.trim())) };
  if (type === 'true') return { const: true };
  if (['string', 'number', 'boolean'].includes(type)) return { type };
  const name = type.replace('Objects.', '');
  assert.ok((id === 'params' ? params : objects).definitions[name], `no definition of ${name}`);
  return { $ref: `${id}#/definitions/${name}` };
}

// A form carries texts: numbers, truths and objects in them are JSON, as the server reads them. Files are parts of their own.
function typed(definition, call) {
  const properties = params.definitions[definition]?.properties ?? {};
  return Object.fromEntries(Object.entries(call.params).filter(([name]) => !call.files.includes(name)).map(([name, value]) => {
    if (call.encoding === 'json' || JSON.stringify(properties[name] ?? {}).match(/"type":("string"|\[[^\]]*"string")/) && !/^[[{]/.test(value)) return [name, value];
    try { return [name, JSON.parse(value)]; } catch { return [name, value]; }
  }));
}

// The package leaves out what is false, also where the schema requires it; for Telegram a missing right is one that is not asked for.
const adminRights = ['is_anonymous', 'can_manage_chat', 'can_delete_messages', 'can_manage_video_chats', 'can_restrict_members', 'can_promote_members', 'can_change_info', 'can_invite_users', 'can_post_stories', 'can_edit_stories', 'can_delete_stories', 'can_send_welcome_messages'];
const withRights = (rights) => ({ ...Object.fromEntries(adminRights.map((name) => [name, false])), ...rights });
const filled = (value) => JSON.parse(JSON.stringify(value, (name, inner) => (/^(user|bot)_administrator_rights$/.test(name) ? withRights(inner) : name === 'request_chat' ? { chat_is_channel: false, ...inner } : inner)));

const normalized = (value) => JSON.parse(JSON.stringify(value, (name, inner) => (name === 'parse_mode' && typeof inner === 'string' && inner.toLowerCase() === 'html' ? 'HTML' : inner)));

const calls = recordedCalls();

test('requests that were taken have the documented form', () => {
  const wrong = new Map();
  let judged = 0;
  for (const call of calls.filter(({ accepted, wellFormed }) => accepted || wellFormed)) {
    const method = methods[call.method.toLowerCase()];
    if (!method) { wrong.set(call.method, 'no such method'); continue; }
    judged++;
    for (const [, name] of JSON.stringify(call.params).matchAll(/attach:\/\/([\w.-]+)/g)) {
      if (!call.files.includes(name)) wrong.set(`${call.method} attach://${name}`, 'no such part');
    }
    if (!method.params) continue;
    const error = check('params', method.params, withoutUploads(method.params, filled(normalized(typed(method.params, call))), call));
    if (error) wrong.set(`${call.method}: ${error}`, JSON.stringify(call.params).slice(0, 400));
  }
  assert.ok(judged >= 50, `only ${judged} requests were recorded`);
  assert.deepEqual([...wrong].slice(0, 10), [], `${wrong.size} kinds of faults in ${judged} requests`);
  console.log(`${judged} requests of ${new Set(calls.map(({ method }) => method.toLowerCase())).size} methods`);
});

// A required file that travels as a part of its own is there; the schema knows it as a text.
function withoutUploads(definition, value, call) {
  const missing = (params.definitions[definition]?.required ?? []).filter((name) => !(name in value) && call.files.includes(name));
  return { ...value, ...Object.fromEntries(missing.map((name) => [name, `attach://${name}`])) };
}

test('every answer has the documented form', () => {
  const wrong = new Map();
  let judged = 0;
  for (const call of calls.filter(({ answer }) => answer)) {
    const { answer } = call;
    const method = methods[call.method.toLowerCase()];
    judged++;
    if (!answer.ok) {
      if (typeof answer.error_code !== 'number' || typeof answer.description !== 'string') wrong.set(call.method, JSON.stringify(answer));
      if (answer.parameters) {
        const error = check('objects', 'TelegramResponseParameters', answer.parameters);
        if (error) wrong.set(`${call.method}: ${error}`, JSON.stringify(answer));
      }
      continue;
    }
    if (!method) { wrong.set(call.method, 'no such method'); continue; }
    const error = check('objects', method.result, answer.result);
    if (error) wrong.set(`${call.method}: ${error}`, JSON.stringify(answer.result).slice(0, 600));
  }
  assert.ok(judged >= 50, `only ${judged} answers were recorded`);
  assert.deepEqual([...wrong].slice(0, 10), [], `${wrong.size} kinds of faults in ${judged} answers`);
  console.log(`${judged} answers`);
});
