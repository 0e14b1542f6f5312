using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace ServiceDesk.Api.Problems;

/// <summary>What one instruction of compiled code does: names a text, pushes a small number, or uses a method.</summary>
internal readonly record struct Instruction(OpCode Code, string? Text, long? Number, MethodBase? Method);

/// <summary>Reads the compiled code of a method, as far as one must to see what it calls and which texts it names.</summary>
internal static class Instructions
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    public static IEnumerable<Instruction> Of(MethodBase method)
    {
        var body = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < body.Length;)
        {
            var code = Codes[body[at] == 0xFE ? (short)(0xFE00 | body[at + 1]) : body[at]];
            at += code.Size;
            yield return Read(method, code, body.AsSpan(at));
            at += LengthOf(code, body.AsSpan(at));
        }
    }

    private static Instruction Read(MethodBase method, OpCode code, ReadOnlySpan<byte> operand) => code.OperandType switch
    {
        OperandType.InlineString => new(code, method.Module.ResolveString(Token(operand)), null, null),
        OperandType.InlineMethod => new(code, null, null, Resolve(method, Token(operand))),
        OperandType.InlineField when code == OpCodes.Ldsfld => new(code, null, null, Initializer(method, Token(operand))),
        OperandType.InlineI => new(code, null, Token(operand), null),
        OperandType.ShortInlineI when code == OpCodes.Ldc_I4_S => new(code, null, (sbyte)operand[0], null),
        _ when code.Value >= OpCodes.Ldc_I4_M1.Value && code.Value <= OpCodes.Ldc_I4_8.Value => new(code, null, code.Value - OpCodes.Ldc_I4_0.Value, null),
        _ => new(code, null, null, null),
    };

    private static MethodBase? Resolve(MethodBase method, int token) => method.Module.ResolveMethod(
        token, method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null, method.IsGenericMethod ? method.GetGenericArguments() : null);

    // What stands in a table of a class is named where the class is made ready.
    private static ConstructorInfo? Initializer(MethodBase method, int token) => method.Module.ResolveField(
        token, method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null, method.IsGenericMethod ? method.GetGenericArguments() : null)
        ?.DeclaringType?.TypeInitializer;

    private static int Token(ReadOnlySpan<byte> operand) => BinaryPrimitives.ReadInt32LittleEndian(operand);

    private static int LengthOf(OpCode code, ReadOnlySpan<byte> operand) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * Token(operand)),
        _ => 4,
    };
}
