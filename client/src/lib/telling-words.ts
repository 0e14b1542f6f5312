// Beyond what the search leaves out by itself: words that stand in every report, without their accents.
const small = new Set(
  (
    'alors apres assez aussi autre autres avant avoir beaucoup bien bonjour bonsoir car cela chez chose comme comment donc depuis ' +
    'deja dire doit dois encore entre etait etais etre faire fais fait faut hier jamais jour juste lorsque maintenant meme memes ' +
    'merci moins ou parce pendant peu peut peux plus plusieurs pourquoi pouvez puis quand quelque quelques quoi rien sans savoir ' +
    'si souvent tous tout toute toutes toujours tres trop va vais vers voici voila vont vraiment ' +
    'also always anymore cannot hello please since still thanks today yesterday'
  ).split(' '),
)

const plain = (word: string) => word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The words of a sentence that say what it is about; those that every other sentence has as well are left out. */
export const tellingWords = (text: string): string =>
  text
    .split(/[\s.,;:!?()«»"“”…]+/u)
    .filter((word) => word !== '' && !small.has(plain(word)))
    .join(' ')
