const ADDRESS = /^https?:\/\/\S+$/;

/** Where a table is published; an address leads there. */
export function SourceText({ source }: { source: string }) {
  if (source === "") return <span className="text-ink-2">none yet</span>;
  if (!ADDRESS.test(source)) return <span className="break-words">{source}</span>;
  return (
    <a href={source} className="break-all text-link" rel="noreferrer noopener" target="_blank">
      {source}
    </a>
  );
}
