mod editing;
mod following;
mod many;
mod removing;
mod scene;
