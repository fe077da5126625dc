// The bot that the nineteen steps lead, on discord.js: see DiscordSteps.cs.
import { ApplicationCommandOptionType, Client, Events, GatewayIntentBits, MessageFlags, PermissionFlagsBits } from 'discord.js';

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  allowedMentions: { parse: [] },
  rest: { api: process.env.PEER_API, version: '10' },
});

const text = (name) => [{ type: ApplicationCommandOptionType.String, name, description: name, required: true }];
const commands = [
  { name: 'ping', description: 'Answers pong' },
  { name: 'find', description: 'Finds a topic', options: [{ ...text('topic')[0], autocomplete: true }] },
  { name: 'report', description: 'Reports with a file', defaultMemberPermissions: PermissionFlagsBits.ManageGuild },
  { name: 'post', description: 'Posts a text', options: text('text') },
];

const answers = {
  ping: (interaction) => interaction.reply('pong'),
  find: (interaction) => interaction.reply(`found ${interaction.options.getString('topic')}`),
  report: async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply('report ready');
    await interaction.followUp({ content: 'attached', files: [{ attachment: Buffer.from('Two ferries, one lighthouse.'), name: 'report.txt' }] });
  },
  post: async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const body = interaction.options.getString('text');
    const message = await interaction.channel.send({ content: body, embeds: [{ title: 'Ferries', url: 'https://harbour.example/1' }] });
    await message.edit(`${body} (edited)`);
    await interaction.editReply('posted');
  },
};

client.once(Events.ClientReady, () => client.application.commands.set(commands));
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) {
    await interaction.respond([{ name: 'harbour', value: 'harbour' }, { name: 'hail', value: 'hail' }]);
  } else if (interaction.isChatInputCommand()) {
    await answers[interaction.commandName](interaction);
  }
});
client.on(Events.Error, (error) => console.error(`discord.js: ${error.message}`));
process.on('unhandledRejection', (error) => console.error(`discord.js: ${error?.stack ?? error}`));
await client.login(process.env.PEER_TOKEN);
