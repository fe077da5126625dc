namespace NewsBot.Core.Stories;

/// <summary>How much alike a new article and a story are.</summary>
/// <param name="Nearest">Cosine to the member most alike.</param>
/// <param name="Average">Mean cosine to the story's newest members: near to one of them alone is how chains begin.</param>
/// <param name="SharedWords">Words that the two titles have in common. One word in common is seldom an event, however rare the word.</param>
internal readonly record struct Likeness(double Nearest, double Average, double SharedWords)
{
    public bool Reaches(Likeness least) => Nearest >= least.Nearest && Average >= least.Average && SharedWords >= least.SharedWords;
}
