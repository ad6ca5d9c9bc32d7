/** On paper the page that holds it lies on its side (app/globals.css): for what is wider than high. */
export function LandscapePrint() {
  return <span hidden data-print="landscape" />;
}
