using System.Threading.Channels;

namespace ServiceDesk.Infrastructure.Outbox;

/// <summary>
/// Says "look" to the workers of this server after a commit; <see cref="Workers.SignalWorker"/> passes it on to the other servers.
/// Losing a signal costs a second, never an effect: every worker also looks by itself.
/// </summary>
public sealed class ChangeSignal
{
    private readonly Channel<bool> outgoing = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly List<Channel<bool>> listeners = [];

    /// <summary>Something was committed here.</summary>
    public void Poke()
    {
        outgoing.Writer.TryWrite(true);
        Heard();
    }

    /// <summary>Something was committed somewhere.</summary>
    public void Heard()
    {
        lock (listeners)
        {
            foreach (var listener in listeners)
                listener.Writer.TryWrite(true);
        }
    }

    /// <summary>What is to be passed on to the other servers, many signals folded into one.</summary>
    internal ChannelReader<bool> Outgoing => outgoing.Reader;

    /// <summary>A channel that holds at most one pending signal.</summary>
    public ChannelReader<bool> Listen()
    {
        var channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        lock (listeners)
        {
            listeners.Add(channel);
        }

        return channel.Reader;
    }
}
