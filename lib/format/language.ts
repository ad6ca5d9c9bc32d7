/** A language by its code. English and French have our own spellings, any other what `Intl` knows of it. */
export type Language = string;
