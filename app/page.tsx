export default function Page() {
  return <main>Userns Doctor</main>;
}
