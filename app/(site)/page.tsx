export default function HomePage() {
  return <main>Seamark</main>;
}
