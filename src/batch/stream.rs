use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::sync::Arc;
use std::sync::mpsc::sync_channel;
use std::thread;

use crate::data::Tables;

use super::csv_table::CsvRecords;
use super::error::BatchError;
use super::groups::Groups;
use super::input::{Chunk, Columns, Opened, Source, open};
use super::options::{CsvLayout, Options, Output};
use super::queue::Queue;
use super::summary::Summary;
use super::worker::{Answered, Setup, Worker};

/// A chunk and the buffer of its answers; both are recycled, so that memory stays constant.
#[derive(Default)]
struct Job {
    /// Its place in the input.
    number: u64,
    chunk: Chunk,
    answered: Answered,
}

/// The queues between the threads.
struct Queues {
    /// What may be filled with rows.
    free: Queue<Job>,
    /// What has rows.
    full: Queue<Job>,
    /// What has answers; nothing when a worker has no more work.
    done: Queue<Option<Job>>,
}

/// The jobs that there are for each worker: one in work, one behind it, and one that waits for an earlier
/// one.
const JOBS: usize = 4;

/// More workers than this bring no speed.
const MAX_WORKERS: usize = 64;

/// Answers every row of the input, in order; `progress` gets the counts so far after each write.
///
/// # Errors
/// When the input cannot be read or used, or the output cannot be written.
///
/// # Panics
/// Never: no worker panics, whatever the input.
pub fn run(
    tables: &Tables,
    options: &Options,
    input: impl Read + Send + 'static,
    output: &mut impl Write,
    mut progress: impl FnMut(&Summary),
) -> Result<Summary, BatchError> {
    let Opened { source: chunks, columns } = open(input, options)?;
    let keeps_others = match options.output {
        Output::JsonLines => true,
        // Cells come back under their columns; keys have none.
        Output::Csv(_) => columns.is_some(),
        Output::Fields(_) | Output::Groups(_) => false,
    };
    let groups = match &options.output {
        Output::Groups(by) => Some(Groups::new(by.clone())),
        Output::JsonLines | Output::Csv(_) | Output::Fields(_) => None,
    };
    let mut summary = Summary { keeps_others, groups, ..Summary::default() };
    let layout = match options.output {
        Output::Csv(layout) => layout,
        Output::JsonLines | Output::Fields(_) | Output::Groups(_) => CsvLayout::default(),
    };
    let table = CsvRecords::new(options, layout, columns.as_ref());
    if let Output::Csv(_) = options.output {
        output.write_all(&table.header()).map_err(BatchError::Write)?;
    }
    let others = columns.iter().flat_map(Columns::others);
    others.for_each(|column| summary.add_other(&column.key));
    let setup = &Setup { options, columns, table, shows_flips: options.shows_flips() };
    let write = |answered: &Answered| -> Result<bool, BatchError> {
        output.write_all(&answered.records).map_err(BatchError::Write)?;
        output.flush().map_err(BatchError::Write)?;
        summary.add(&answered.summary);
        progress(&summary);
        Ok(summary.stopped.is_none())
    };
    let workers = options.workers.get().min(MAX_WORKERS);
    if workers == 1 {
        answer_here(chunks, tables, setup, write)?;
        return Ok(summary);
    }
    thread::scope(|scope| {
        // A thread that the system does not grant is done without: the others take its work, or
        // this one does.
        let (start, begins) = sync_channel::<Box<dyn Source>>(1);
        let queues =
            Arc::new(Queues { free: Queue::new(), full: Queue::new(), done: Queue::new() });
        let reader = || {
            let queues = Arc::clone(&queues);
            // Not a scoped thread, because a blocked input must not delay an early end.
            thread::Builder::new().spawn(move || {
                let _closes = Closes(&queues.full);
                begins.recv().map_or(Ok(()), |mut chunks| fill(chunks.as_mut(), &queues))
            })
        };
        let Some(Ok(reader)) = has_room().then(reader) else {
            return answer_here(chunks, tables, setup, write);
        };
        let mut started = 0;
        for _ in 0..workers {
            let (is_ready, ready) = sync_channel(1);
            if !has_room() {
                break;
            }
            let queues = Arc::clone(&queues);
            let worker = thread::Builder::new().spawn_scoped(scope, move || {
                let _ = is_ready.send(());
                let mut worker = Worker::new(tables, setup);
                while let Some(mut job) = queues.full.take() {
                    worker.answer(&job.chunk, &mut job.answered);
                    queues.done.add(Some(job));
                }
                queues.done.add(None);
            });
            if worker.is_err() || ready.recv().is_err() {
                break;
            }
            started += 1;
        }
        if started == 0 {
            return answer_here(chunks, tables, setup, write);
        }
        (0..started * JOBS).for_each(|_| queues.free.add(Job::default()));
        // The reader waits for this.
        let _ = start.send(chunks);
        let ended = collect(&queues, started, write);
        queues.full.abandon();
        queues.free.abandon();
        match ended? {
            End::OfInput => {
                reader.join().expect("reading does not panic").map_err(BatchError::Read)
            }
            End::Early => Ok(()),
        }
    })?;
    Ok(summary)
}

/// Whether memory has room for one more thread: one that starts without it would end the program.
fn has_room() -> bool {
    // A stack, and what the allocator sets apart for a thread.
    const BYTES: usize = 96 << 20;
    let mut room = Vec::<u8>::new();
    let found = room.try_reserve_exact(BYTES).is_ok();
    std::hint::black_box(&room);
    found
}

/// Answers every row in this thread.
fn answer_here(
    mut chunks: Box<dyn Source>,
    tables: &Tables,
    setup: &Setup<'_>,
    mut write: impl FnMut(&Answered) -> Result<bool, BatchError>,
) -> Result<(), BatchError> {
    let mut worker = Worker::new(tables, setup);
    let (mut chunk, mut answered) = (Chunk::default(), Answered::default());
    while chunks.next(&mut chunk).map_err(BatchError::Read)? {
        worker.answer(&chunk, &mut answered);
        if !write(&answered)? {
            break;
        }
    }
    Ok(())
}

/// Fills jobs with the chunks of the input, until it ends or nothing more is wanted.
fn fill(chunks: &mut dyn Source, queues: &Queues) -> io::Result<()> {
    let mut number = 0;
    while let Some(mut job) = queues.free.take() {
        if !chunks.next(&mut job.chunk)? {
            break;
        }
        queues.full.add(Job { number, ..job });
        number += 1;
    }
    Ok(())
}

/// Closes a queue when dropped, which ends those who take from it.
struct Closes<'a>(&'a Queue<Job>);

impl Drop for Closes<'_> {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Why a stream ended.
enum End {
    OfInput,
    Early,
}

/// Writes the answers in the order of the input.
fn collect(
    queues: &Queues,
    mut workers: usize,
    mut write: impl FnMut(&Answered) -> Result<bool, BatchError>,
) -> Result<End, BatchError> {
    let mut early = BTreeMap::new();
    let mut next = 0;
    while workers > 0 {
        let Some(Some(job)) = queues.done.take() else {
            workers -= 1;
            continue;
        };
        early.insert(job.number, job);
        while let Some(job) = early.remove(&next) {
            if !write(&job.answered)? {
                return Ok(End::Early);
            }
            queues.free.add(job);
            next += 1;
        }
    }
    Ok(End::OfInput)
}
