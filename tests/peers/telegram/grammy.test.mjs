// grammY, a client library that nobody here wrote, works against the fake server: what it sends is understood, what it gets it can read.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { afterEach, beforeEach, test as plainTest } from 'node:test';
import { Bot, GrammyError, InlineKeyboard, InputFile, InlineQueryResultBuilder, Keyboard, webhookCallback } from 'grammy';
import { openStage } from './stage.mjs';

const test = (name, body) => plainTest(name, { timeout: 60_000 }, body);

let stage;
let bot;
let running;

beforeEach(async () => {
  stage = await openStage();
  bot = new Bot(stage.token, { client: { apiRoot: stage.url } });
  bot.catch(({ error }) => { throw error; });
});

afterEach(async () => {
  if (bot.isRunning()) await bot.stop();
  await running?.catch(() => {});
  running = undefined;
  stage.close();
});

const start = (options) => new Promise((resolve) => { running = bot.start({ ...options, onStart: resolve }); });
const refusal = async (call) => {
  try {
    await call;
  } catch (error) {
    assert.ok(error instanceof GrammyError, error.stack);
    return error;
  }
  assert.fail('the call was taken');
};

test('getMe names the bot', async () => {
  await bot.init();
  assert.equal(bot.botInfo.username, 'news_bot');
  assert.equal(bot.botInfo.is_bot, true);
});

test('a command is routed and answered', async () => {
  bot.command('start', (ctx) => ctx.reply(`Hello <b>${ctx.from.first_name}</b>: ${ctx.match}`, { parse_mode: 'HTML' }));
  await start();
  await stage.do({ as: 'Ada', do: 'type', text: '/start feed_42' });
  const [message] = await stage.do({ as: 'Ada', do: 'wait', count: 1 });
  assert.equal(message.text, 'Hello Ada: feed_42');
  assert.deepEqual(message.entities, ['bold']);
});

test('a button is pressed, answered, and its message edited', async () => {
  bot.command('list', (ctx) => ctx.reply('page 1', { reply_markup: new InlineKeyboard().text('Next', 'page:2') }));
  bot.callbackQuery('page:2', async (ctx) => {
    await ctx.editMessageText('page 2', { reply_markup: new InlineKeyboard().text('Back', 'page:1') });
    await ctx.answerCallbackQuery('Here you are');
  });
  await start();
  await stage.do({ as: 'Ada', do: 'type', text: '/list' });
  await stage.do({ as: 'Ada', do: 'wait', count: 1 });
  const press = await stage.do({ as: 'Ada', do: 'press', label: 'Next' });
  const [message] = await stage.do({ as: 'Ada', do: 'screen' });
  assert.equal(press.toast, 'Here you are');
  assert.equal(message.text, 'page 2');
  assert.deepEqual(message.buttons, ['Back']);
});

test('an edit that changes nothing is an error of Telegram', async () => {
  await stage.do({ as: 'Ada', do: 'type', text: 'hello' });
  const { update } = await firstMessage();
  const sent = await bot.api.sendMessage(update.message.chat.id, 'same');
  const error = await refusal(bot.api.editMessageText(sent.chat.id, sent.message_id, 'same'));
  assert.equal(error.error_code, 400);
  assert.match(error.description, /message is not modified/);
});

test('wrong HTML is refused with the place', async () => {
  await stage.do({ as: 'Ada', do: 'type', text: 'hello' });
  const { update } = await firstMessage();
  const error = await refusal(bot.api.sendMessage(update.message.chat.id, 'a <br> b', { parse_mode: 'HTML' }));
  assert.equal(error.description, 'Bad Request: can\'t parse entities: Unsupported start tag "br" at byte offset 2');
});

test('a blocked bot is told so and refused', async () => {
  const told = new Promise((resolve) => bot.on('my_chat_member', (ctx) => resolve(ctx.myChatMember)));
  await stage.do({ as: 'Ada', do: 'type', text: 'hello' });
  await start();
  await stage.do({ as: 'Ada', do: 'block' });
  const change = await told;
  assert.equal(change.new_chat_member.status, 'kicked');
  const error = await refusal(bot.api.sendMessage(change.chat.id, 'hello'));
  assert.equal(error.error_code, 403);
});

test('files go up and come down', async () => {
  await stage.do({ as: 'Ada', do: 'send-document', name: 'feeds.opml', text: '<opml/>' });
  const { update } = await firstMessage();
  const file = await bot.api.getFile(update.message.document.file_id);
  const answer = await fetch(`${stage.url}/file/bot${stage.token}/${file.file_path}`);
  assert.equal(await answer.text(), '<opml/>');
  const sent = await bot.api.sendDocument(update.message.chat.id, new InputFile(Buffer.from('{}'), 'export.json'), { caption: '<i>all</i>', parse_mode: 'HTML' });
  assert.equal(sent.document.file_name, 'export.json');
  assert.equal(sent.caption, 'all');
});

test('pictures go by address, alone and as an album', async () => {
  for (const name of ['a', 'b']) await stage.do({ as: 'Ada', do: 'serve-image', url: `https://pictures.example/${name}.jpg` });
  await stage.do({ as: 'Ada', do: 'type', text: 'hello' });
  const { update } = await firstMessage();
  const chat = update.message.chat.id;
  const photo = await bot.api.sendPhoto(chat, 'https://pictures.example/a.jpg', { caption: 'one' });
  assert.ok(photo.photo.length > 0);
  const album = await bot.api.sendMediaGroup(chat, ['a', 'b'].map((name) => ({ type: 'photo', media: `https://pictures.example/${name}.jpg` })));
  assert.equal(album.length, 2);
  assert.equal(album[0].media_group_id, album[1].media_group_id);
  const error = await refusal(bot.api.sendPhoto(chat, 'https://pictures.example/missing.jpg'));
  assert.match(error.description, /failed to get HTTP URL content/);
});

test('an inline query finds articles', async () => {
  bot.on('inline_query', (ctx) => ctx.answerInlineQuery([InlineQueryResultBuilder.article('1', `About ${ctx.inlineQuery.query}`).text('<b>Harbour</b>', { parse_mode: 'HTML' })]));
  await start();
  assert.deepEqual(await stage.do({ as: 'Ada', do: 'inline', words: 'harbour' }), ['About harbour']);
});

test('a group shows commands that are meant for the bot, and tells members', async () => {
  const seen = [];
  bot.on('message:text', (ctx) => { seen.push(ctx.message.text); });
  const { id } = await stage.do({ as: 'Ada', do: 'group', name: 'Town' });
  await stage.do({ as: 'Ada', chat: 'Town', do: 'add-bot' });
  for (const text of ['hello', '/news@news_bot', '/news@other_bot', '/news']) await stage.do({ as: 'Ada', chat: 'Town', do: 'type', text });
  await start();
  while (seen.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(seen, ['/news@news_bot', '/news']);
  const administrators = await bot.api.getChatAdministrators(id);
  assert.deepEqual(administrators.map((one) => one.status), ['creator']);
  assert.equal((await bot.api.getChatMember(id, bot.botInfo.id)).status, 'member');
  assert.equal((await bot.api.getChat(id)).type, 'supergroup');
});

test('a channel post arrives and a post goes out', async () => {
  const { id } = await stage.do({ as: 'Ada', do: 'channel', name: 'harbour' });
  await stage.do({ as: 'Ada', chat: 'harbour', do: 'add-bot' });
  const posted = new Promise((resolve) => bot.on('channel_post', (ctx) => resolve(ctx.channelPost)));
  await start();
  await stage.do({ as: 'Ada', chat: 'harbour', do: 'type', text: 'first' });
  assert.equal((await posted).sender_chat.id, id);
  assert.equal((await bot.api.sendMessage('@harbour', 'second')).chat.id, id);
});

test('menus are kept by scope and language', async () => {
  const commands = [{ command: 'headlines', description: 'Top stories' }];
  await bot.api.setMyCommands(commands, { scope: { type: 'all_private_chats' }, language_code: 'en' });
  assert.deepEqual(await bot.api.getMyCommands({ scope: { type: 'all_private_chats' }, language_code: 'en' }), commands);
  assert.deepEqual(await bot.api.getMyCommands(), []);
});

test('a keyboard instead of letters is taken', async () => {
  await stage.do({ as: 'Ada', do: 'type', text: 'hello' });
  const { update } = await firstMessage();
  await bot.api.sendMessage(update.message.chat.id, 'Which channel?', { reply_markup: new Keyboard().requestChat('Pick', 1, { chat_is_channel: true }).oneTime() });
});

test('a rich message is taken and read', async () => {
  await stage.do({ as: 'Ada', do: 'type', text: 'hello' });
  const { update } = await firstMessage();
  await bot.api.raw.sendRichMessage({ chat_id: update.message.chat.id, rich_message: { html: '<h1>Digest</h1><ul><li>one</li><li>two</li></ul>' } });
  const [message] = await stage.do({ as: 'Ada', do: 'screen' });
  assert.equal(message.text, 'Digest\none\ntwo');
});

test('a second poller is a conflict', async () => {
  await bot.init();
  const first = bot.api.getUpdates({ timeout: 30 });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const second = bot.api.getUpdates({ timeout: 1 });
  const error = await refusal(first);
  assert.equal(error.error_code, 409);
  await second;
});

test('a webhook delivers with its secret', async () => {
  bot.command('start', (ctx) => ctx.reply('through the webhook'));
  const server = createServer(webhookCallback(bot, 'http', { secretToken: 'quiet-harbour' })).listen(0, '127.0.0.1');
  try {
    await new Promise((resolve) => server.once('listening', resolve));
    await bot.api.setWebhook(`http://127.0.0.1:${server.address().port}/hook`, { secret_token: 'quiet-harbour' });
    await stage.do({ as: 'Ada', do: 'type', text: '/start' });
    const [message] = await stage.do({ as: 'Ada', do: 'wait', count: 1 });
    assert.equal(message.text, 'through the webhook');
    // An update is confirmed by the answer to the delivery, which comes after the reply.
    while ((await bot.api.getWebhookInfo()).pending_update_count > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

async function firstMessage() {
  await bot.init();
  const [update] = await bot.api.getUpdates();
  return { update };
}
