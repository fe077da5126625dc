// Judges what was said between a bot and the fake by Discord's published schemas: node judge.mjs --ours RECORD --theirs RECORD
// Our requests also must not have fields that the schemas do not know, and every operation has to be seen. Ends with a count; fails when anything is wrong or was not seen.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as spec from 'discord-api-spec/zod';

const nothing = [];
const message = [spec.MessageResponseSchema];
const channel = [spec.GuildChannelResponseSchema, spec.PrivateChannelResponseSchema, spec.ThreadResponseSchema];
const webhookEdit = [spec.IncomingWebhookUpdateRequestPartialSchema];

// Operation: what a request may be, what an answer may be, and whether they are lists.
const operations = {
  'GET /gateway/bot': [nothing, [spec.GatewayBotResponseSchema]],
  'GET /users/@me': [nothing, [spec.UserPIIResponseSchema]],
  'GET /applications/@me': [nothing, [spec.PrivateApplicationResponseSchema]],
  'GET /applications/{app}/commands': [nothing, [spec.ApplicationCommandResponseSchema], { list: true }],
  'PUT /applications/{app}/commands': [[spec.ApplicationCommandUpdateRequestSchema], [spec.ApplicationCommandResponseSchema], { list: true }],
  'PUT /applications/{app}/guilds/{guild}/commands': [[spec.ApplicationCommandUpdateRequestSchema], [spec.ApplicationCommandResponseSchema], { list: true }],
  'POST /interactions/{interaction}/{token}/callback': [
    [
      spec.ApplicationCommandAutocompleteCallbackRequestSchema,
      spec.CreateMessageInteractionCallbackRequestSchema,
      spec.ModalInteractionCallbackRequestSchema,
      spec.PongInteractionCallbackRequestSchema,
      spec.UpdateMessageInteractionCallbackRequestSchema,
    ],
    nothing,
  ],
  'GET /webhooks/{app}/{token}/messages/@original': [nothing, message],
  'PATCH /webhooks/{app}/{token}/messages/@original': [webhookEdit, message],
  'DELETE /webhooks/{app}/{token}/messages/@original': [nothing, nothing],
  'POST /webhooks/{app}/{token}': [[spec.IncomingWebhookRequestPartialSchema, spec.IncomingWebhookUpdateRequestPartialSchema], message],
  'PATCH /webhooks/{app}/{token}/messages/{message}': [webhookEdit, message],
  'POST /channels/{channel}/messages': [[spec.MessageCreateRequestSchema], message],
  'PATCH /channels/{channel}/messages/{message}': [[spec.MessageEditRequestPartialSchema], message],
  'DELETE /channels/{channel}/messages/{message}': [nothing, nothing],
  'POST /channels/{channel}/messages/{message}/crosspost': [nothing, message],
  'GET /channels/{channel}': [nothing, channel],
  'PATCH /channels/{channel}': [[spec.UpdateThreadRequestPartialSchema, spec.UpdateGuildChannelRequestPartialSchema], channel],
  'GET /guilds/{guild}/channels': [nothing, channel, { list: true }],
  'POST /channels/{channel}/messages/{message}/threads': [[spec.CreateTextThreadWithMessageRequestSchema], [spec.ThreadResponseSchema]],
  'POST /channels/{channel}/threads': [[spec.CreateForumThreadRequestSchema, spec.CreateTextThreadWithoutMessageRequestSchema], [spec.CreatedThreadResponseSchema]],
  'POST /users/@me/channels': [[spec.CreatePrivateChannelRequestSchema], [spec.PrivateChannelResponseSchema]],
  'GET /guilds/{guild}': [nothing, [spec.GuildWithCountsResponseSchema]],
  'GET /guilds/{guild}/members/{member}': [nothing, [spec.GuildMemberResponseSchema]],
  'GET /guilds/{guild}/roles': [nothing, [spec.GuildRoleResponseSchema], { list: true }],
};

// Two differences of form only: the documentation and discord.js write default_member_permissions as text where the schema asks for a number (Discord takes both),
// and the package reads times that end in Z, where Discord writes +00:00.
function asSchemaWants(value, isRequest) {
  if (typeof value === 'string') {
    return value.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)\+00:00$/, '$1Z');
  }

  if (Array.isArray(value)) {
    return value.map((item) => asSchemaWants(item, isRequest));
  }

  return value && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([name, item]) =>
        [name, isRequest && name === 'default_member_permissions' && typeof item === 'string' ? Number(item) : asSchemaWants(item, isRequest)]))
    : value;
}

// The first field that reading dropped, or null.
function unknownField(read, written, path = '') {
  if (written === null || typeof written !== 'object') {
    return null;
  }

  for (const [name, item] of Object.entries(written)) {
    const here = path ? `${path}.${name}` : name;
    const found = read?.[name] === undefined ? here : unknownField(read[name], item, here);
    if (found) {
      return found;
    }
  }

  return null;
}

function problemsOf(value, schemas, isRequest, isStrict) {
  if (schemas.some((schema) => schema === undefined)) {
    return ['the schemas lack what the judge asks for'];
  }

  value = asSchemaWants(value, isRequest);
  const verdicts = schemas.map((schema) => schema.safeParse(value));
  const passed = verdicts.filter((verdict) => verdict.success);
  if (passed.length === 0) {
    return verdicts.map((verdict) => verdict.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  }

  // Reading drops what a schema does not know.
  const unknown = passed.map((verdict) => unknownField(verdict.data, value));
  return isStrict && unknown.every((field) => field) ? [`has a field that no schema knows: ${unknown.join(' or ')}`] : [];
}

let judged = 0;
let wrong = 0;
const seen = new Set();
const { values: records } = parseArgs({ options: { ours: { type: 'string' }, theirs: { type: 'string' } } });
for (const [whose, file] of Object.entries(records)) {
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const call = JSON.parse(line);
    const operation = operations[call.operation];
    const [requests, answers, { list } = {}] = operation ?? [];
    const checks = [];
    if (!operation) {
      checks.push(['operation', ['is none of the 25']]);
    } else {
      if (requests.length > 0) {
        const values = list ? call.request : [call.request];
        values.forEach((value) => checks.push(['request', problemsOf(value, requests, true, whose === 'ours')]));
      }

      if (answers.length > 0 && call.status >= 200 && call.status < 300) {
        seen.add(call.operation);
        const values = list ? call.answer : [call.answer];
        values.forEach((value) => checks.push(['answer', problemsOf(value, answers, false, false)]));
      } else if (call.status === 204) {
        seen.add(call.operation);
      }
    }

    for (const [what, problems] of checks) {
      judged++;
      if (problems.length > 0) {
        wrong++;
        console.log(`WRONG ${whose} ${call.operation} ${what}: ${problems.join(' | ')}`);
      }
    }
  }
}

const missing = Object.keys(operations).filter((operation) => !seen.has(operation));
if (missing.length > 0) {
  console.log(`never seen to succeed: ${missing.join(', ')}`);
}

console.log(`${judged - wrong} bodies passed, ${wrong} failed, ${seen.size} of ${Object.keys(operations).length} operations seen`);
process.exit(wrong === 0 && missing.length === 0 && judged > 0 ? 0 : 1);
