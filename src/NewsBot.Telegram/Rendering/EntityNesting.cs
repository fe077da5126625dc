namespace NewsBot.Telegram.Rendering;

/// <summary>Orders entities so that they can be written as tags. Pure.</summary>
internal static class EntityNesting
{
    /// <summary>By start, longer ones first. One that crosses another is parted where that ends; one inside another of its kind, and an empty one, is dropped.</summary>
    public static IReadOnlyList<TextEntity> Order(IEnumerable<TextEntity> entities)
    {
        var waiting = new PriorityQueue<TextEntity, (int Start, int MinusLength, EntityKind Kind, int Order)>();
        var order = 0;
        foreach (var entity in entities)
        {
            Wait(waiting, entity, order++);
        }

        var (done, open) = (new List<TextEntity>(), new Stack<TextEntity>());
        while (waiting.TryDequeue(out var entity, out var place))
        {
            while (open.TryPeek(out var ended) && ended.End <= entity.Start)
            {
                open.Pop();
            }

            if (open.TryPeek(out var around) && entity.End > around.End)
            {
                Wait(waiting, entity with { Length = around.End - entity.Start }, place.Order);
                Wait(waiting, entity with { Start = around.End, Length = entity.End - around.End }, place.Order);
            }
            else if (!open.Any(outer => IsSame(outer.Kind, entity.Kind)))
            {
                done.Add(entity);
                open.Push(entity);
            }
        }

        return done;
    }

    private static void Wait(PriorityQueue<TextEntity, (int Start, int MinusLength, EntityKind Kind, int Order)> waiting, TextEntity entity, int order)
    {
        if (entity.Length > 0)
        {
            waiting.Enqueue(entity, (entity.Start, -entity.Length, entity.Kind, order));
        }
    }

    /// <summary>Quotes do not nest, whichever kind they are of; a date in a link would lose one of the two.</summary>
    private static bool IsSame(EntityKind outer, EntityKind inner) => outer == inner
        || (outer is EntityKind.Quote or EntityKind.ExpandableQuote && inner is EntityKind.Quote or EntityKind.ExpandableQuote)
        || (outer == EntityKind.Link && inner == EntityKind.Time);
}
