using ServiceDesk.Application.People;

namespace ServiceDesk.Application.Tests.People;

public sealed class PhoneDigitsTests
{
    [TestCase("04 72 10 20 30", "472102030")]
    [TestCase("0033472102030", "472102030")]
    [TestCase("+33 (0)4 72 10 20 30", "472102030")]
    [TestCase("4711", "4711")]
    [TestCase("0471", "471")]
    [TestCase("000", "000")]
    public void What_is_looked_for_is_the_same_from_wherever_one_calls(string typed, string digits) =>
        Assert.That(PhoneDigits.In(typed), Is.EqualTo(digits));

    [TestCase("alice")]
    [TestCase("room 204")]
    [TestCase("07")]
    [TestCase("+")]
    public void What_cannot_be_a_number_is_none(string typed) => Assert.That(PhoneDigits.In(typed), Is.Null);
}
