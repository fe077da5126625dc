using System.Runtime.Versioning;
using NewsBot.Storage.LiteDb;

namespace NewsBot.Storage.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class SecretKeyTests : IDisposable
{
    private const string Digits = "00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF";
    private readonly StoreFolder _folder = new();

    private string Named => Path.Combine(_folder.Root, "feeds.key");

    [Fact]
    public void A_named_key_takes_the_place_of_the_one_in_the_data_folder()
    {
        Write(Digits + "\n", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var named = SecretKey.Open(_folder.Root, Named);
        var secret = named.Encrypt("password"u8, "feed 1"u8);

        Assert.False(File.Exists(Path.Combine(_folder.Root, "secret.key")));
        Assert.Equal("password"u8.ToArray(), SecretKey.Open(_folder.Root, Named).Decrypt(secret, "feed 1"u8));
        Assert.Null(SecretKey.Open(_folder.Root).Decrypt(secret, "feed 1"u8));
        Assert.Null(named.Decrypt(secret, "feed 2"u8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0011")]
    [InlineData("00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEF")]
    [InlineData("00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFFA")]
    [InlineData("00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFG")]
    public void A_key_of_another_length_or_with_other_letters_names_setting_file_and_fix(string content)
    {
        Write(content, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        AssertRefused("64 hexadecimal digits");
    }

    [Fact]
    public void A_huge_file_is_no_key()
    {
        Write(new string('a', 5_000_000), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        AssertRefused("64 hexadecimal digits");
    }

    [Fact]
    public void A_missing_file_is_never_made()
    {
        AssertRefused("does not exist");
        Assert.False(File.Exists(Named));
    }

    [Fact]
    public void A_folder_in_its_place_cannot_be_read()
    {
        Directory.CreateDirectory(Named, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        AssertRefused("cannot be read");
    }

    [Theory]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void A_key_that_others_may_read_or_change_is_refused(UnixFileMode mode)
    {
        Write(Digits, UnixFileMode.UserRead | UnixFileMode.UserWrite | mode);

        AssertRefused("chmod 640");
    }

    [Fact]
    public void A_key_that_its_group_may_read_is_taken_as_secrets_are_mounted_so()
    {
        Write(Digits, UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Assert.NotNull(SecretKey.Open(_folder.Root, Named));
    }

    [Fact]
    public void The_key_of_the_data_folder_is_made_for_its_user_alone_and_closed_again_where_a_copy_opened_it()
    {
        var own = Path.Combine(_folder.Root, "secret.key");
        var secret = SecretKey.Open(_folder.Root).Encrypt("password"u8, "feed 1"u8);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(own));
        File.SetUnixFileMode(own, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        Assert.Equal("password"u8.ToArray(), SecretKey.Open(_folder.Root).Decrypt(secret, "feed 1"u8));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(own));
    }

    [Fact]
    public void A_damaged_key_of_the_data_folder_says_what_to_do()
    {
        var own = Path.Combine(_folder.Root, "secret.key");
        File.WriteAllText(own, "lost");

        var refusal = Assert.Throws<InvalidDataException>(() => SecretKey.Open(_folder.Root));

        Assert.Contains(own, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("delete it", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string content, UnixFileMode mode)
    {
        File.WriteAllText(Named, content);
        File.SetUnixFileMode(Named, mode);
    }

    private void AssertRefused(string fix)
    {
        var refusal = Assert.Throws<InvalidDataException>(() => SecretKey.Open(_folder.Root, Named));

        Assert.StartsWith($"Feeds:SecretKeyFile names {Named}, which ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(fix, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AABB", refusal.Message, StringComparison.OrdinalIgnoreCase);
    }
}
